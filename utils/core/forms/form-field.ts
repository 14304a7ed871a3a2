import { isHotspotOrigin, isSafeUrl } from '../accounts/account.ts';
import { bytesOf } from '../settings.ts';
import type { ByteUnit } from '../values/bytes.ts';
import type { Money } from '../values/money.ts';
import { instantOf } from '../values/time.ts';

/**
 * How a field is filled in. hotspot: an address in the own network · amount: "1.24 GB" · date: "2026-12-10" · day: of
 * the month · days: how many · price: "99 SEK" · dial: a code or number to call · code: letters and digits of a key's
 * owner, such as an ICCID · choice: one of `options`.
 */
export type FieldKind =
  | 'text'
  | 'secret'
  | 'hotspot'
  | 'link'
  | 'amount'
  | 'date'
  | 'day'
  | 'days'
  | 'price'
  | 'dial'
  | 'code'
  | 'choice';

/** One thing the connect page asks for. `words`: its label and hint under `field.` in the locales. */
export type Field = {
  name: string;
  words: string;
  kind: FieldKind;
  isOptional?: boolean;
  /** Under "More" on the page. */
  isExtra?: boolean;
  preset?: string;
  options?: readonly string[];
};

/** What was typed, trimmed, by the fields' names; what was left empty is not in it. */
export type Entries = Record<string, string>;

/**
 * What the connect page says of a provider and asks for it. `words`: its name, whom it is for and what is asked, under
 * `provider.` in the locales. `origins`: match patterns that are always needed; those of typed addresses come to them.
 * `tokenPage`: where the person makes the secret.
 */
export type FormAbout = {
  words: string;
  /** Other names by which it is looked for. */
  aliases: readonly string[];
  isForKeyOwners: boolean;
  /** Found by whatever is looked for. */
  isForAnyCard?: boolean;
  fields: readonly Field[];
  origins: readonly string[];
  tokenPage: string | null;
};

export type FieldProblem = 'empty' | 'tooLong' | Exclude<FieldKind, 'text' | 'secret' | 'choice'> | 'choice';

const longest = 500;

/** What is wrong with what was typed; null: nothing. */
export function fieldProblem(field: Field, typed: string): FieldProblem | null {
  const text = typed.trim();
  if (text === '') return field.isOptional ? null : 'empty';
  if (text.length > longest) return 'tooLong';
  const { kind } = field;
  switch (kind) {
    case 'text':
    case 'secret':
      return null;
    case 'choice':
      return field.options?.includes(text) ? null : kind;
    case 'hotspot':
      return hotspotOf(text) === null ? kind : null;
    case 'link':
      return linkOf(text) === null ? kind : null;
    case 'amount':
      return bytesFrom(text, 1000) === null ? kind : null;
    case 'date':
      return dateFrom(text) === null ? kind : null;
    case 'day':
      return countFrom(text, 1, 31) === null ? kind : null;
    case 'days':
      return countFrom(text, 0, 365) === null ? kind : null;
    case 'price':
      return moneyFrom(text) === null ? kind : null;
    case 'dial':
      return /^[\d*#+][\d*#+() -]{1,40}$/.test(text) ? null : kind;
    case 'code':
      return /^[\w-]{1,64}$/.test(text) ? null : kind;
  }
}

/** All problems of a form, by the fields' names; empty: it is in order. */
export function problemsOf(fields: readonly Field[], typed: Entries): Record<string, FieldProblem> {
  const problems = fields.map((field) => [field.name, fieldProblem(field, typed[field.name] ?? '')] as const);
  return Object.fromEntries(problems.filter(([, problem]) => problem !== null)) as Record<string, FieldProblem>;
}

/** The entries of these fields alone, trimmed, empty ones left out. */
export function entriesOf(fields: readonly Field[], typed: Entries): Entries {
  const kept = fields.map(({ name }) => [name, typed[name]?.trim() ?? ''] as const);
  return Object.fromEntries(kept.filter(([, text]) => text !== ''));
}

const mostGigabytes = 9999;

/**
 * Digits of any width, a decimal comma or point, MB or GB: "1,24 GB". Null: not an amount, or not a sensible one. Three
 * decimals are none: "1,500" could be meant either way.
 */
export function bytesFrom(typed: string, byteUnit: ByteUnit): number | null {
  const text = typed.normalize('NFKC').trim().replace(',', '.');
  const [, figure = '', unit = ''] = /^(\d{1,7}(?:\.\d{0,2})?|\.\d{1,2})\s*(MB|GB)$/i.exec(text) ?? [];
  if (figure === '') return null;
  const bytes = bytesOf({ value: Number(figure), unit: unit.toUpperCase() === 'MB' ? 'MB' : 'GB' }, byteUnit);
  return bytes <= mostGigabytes * byteUnit ** 3 ? bytes : null;
}

/** When a day begins by the clocks here. */
export function dateFrom(typed: string): number | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed.trim()) ?? [];
  if (Number(year) < 2000) return null;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isThere = new Date(wall).toISOString().startsWith(`${year}-${month}-${day}T`);
  return isThere ? instantOf(wall) : null;
}

export function countFrom(typed: string, least: number, most: number): number | null {
  const text = typed.normalize('NFKC').trim();
  const count = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return count >= least && count <= most ? count : null;
}

/** "99.50 SEK", exactly. */
export function moneyFrom(typed: string): Money | null {
  const text = typed.normalize('NFKC').trim().replace(',', '.').toUpperCase();
  const [, units = '', digits = '', currency = ''] = /^(\d{1,9})(?:\.(\d{1,9}))?\s*([A-Z]{3})$/.exec(text) ?? [];
  return units === '' ? null : { currency, units: String(Number(units)), nanos: Number(digits.padEnd(9, '0')) };
}

/** A page to open: https alone. */
export function linkOf(typed: string): string | null {
  const text = typed.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return !/\s/.test(text) && isSafeUrl(url) && new URL(url).hostname.includes('.') ? new URL(url).href : null;
}

/** The origin of a hotspot's address; without a scheme it means http, as hotspots have it. */
export function hotspotOf(typed: string): string | null {
  const text = typed.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (/\s/.test(text) || !URL.canParse(url)) return null;
  const { origin } = new URL(url);
  return isHotspotOrigin(origin) ? origin : null;
}
