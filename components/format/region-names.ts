import { locale } from '../../utils/browser/i18n.ts';

/** The names of countries and regions in the user's language, sorted by its rules; unknown codes stay codes. */
export function regionNames(codes: readonly string[]): string[] {
  const names = new Intl.DisplayNames(locale(), { type: 'region', fallback: 'code' });
  const { compare } = new Intl.Collator(locale());
  return [...new Set(codes.map((code) => nameOf(names, code)))].sort(compare);
}

/** `DisplayNames.of` throws for texts that are not formed like a code. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  const text = code.trim().toUpperCase();
  return /^([A-Z]{2}|\d{3})$/.test(text) ? (names.of(text) ?? code) : code;
}

/** The names that contain `query`, ignoring case and accents. */
export function filterNames(names: readonly string[], query: string): string[] {
  const normalize = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale());
  const needle = normalize(query.trim());
  return needle === '' ? [...names] : names.filter((name) => normalize(name).includes(needle));
}
