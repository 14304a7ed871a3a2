import { bytesFrom, countFrom, dateFrom, hotspotOf, linkOf, moneyFrom } from './parse-input.ts';

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
