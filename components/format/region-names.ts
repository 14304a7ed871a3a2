import { locale } from '../../utils/browser/i18n.ts';

/** The names of countries and regions in the reader's language and order; codes nobody knows stay codes. */
export function regionNames(codes: readonly string[]): string[] {
  const names = new Intl.DisplayNames(locale(), { type: 'region', fallback: 'code' });
  const { compare } = new Intl.Collator(locale());
  return [...new Set(codes.map((code) => nameOf(names, code)))].sort(compare);
}

/** `of` throws for what does not look like a code at all. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  const text = code.trim().toUpperCase();
  return /^([A-Z]{2}|\d{3})$/.test(text) ? (names.of(text) ?? code) : code;
}

/** Those that contain what was typed, whatever its case and accents. */
export function matching(names: readonly string[], typed: string): string[] {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale());
  const wanted = plain(typed.trim());
  return wanted === '' ? [...names] : names.filter((name) => plain(name).includes(wanted));
}
