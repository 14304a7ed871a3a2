import { parseBytes, parseCount, parseDate, parseHotspotOrigin, parseHttpsUrl, parseMoney } from './parse-input.ts';

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
export type FieldDefinition = {
  name: string;
  textKey: string;
  kind: FieldKind;
  isOptional?: boolean;
  /** Under "More" on the page. */
  isExtra?: boolean;
  preset?: string;
  options?: readonly string[];
};

/** What was typed, trimmed, by the fields' names; what was left empty is not in it. */
export type FormValues = Record<string, string>;

/**
 * What the connect page says of a provider and asks for it. `words`: its name, whom it is for and what is asked, under
 * `provider.` in the locales. `origins`: match patterns that are always needed; those of typed addresses come to them.
 * `tokenPage`: where the person makes the secret.
 */
export type FormDescription = {
  textKey: string;
  /** Other names by which it is looked for. */
  aliases: readonly string[];
  isForKeyOwners: boolean;
  /** Found by whatever is looked for. */
  isForAnyCard?: boolean;
  fields: readonly FieldDefinition[];
  origins: readonly string[];
  tokenPage: string | null;
};

export type FieldProblem = 'empty' | 'tooLong' | Exclude<FieldKind, 'text' | 'secret' | 'choice'> | 'choice';

const maxLength = 500;

/** What is wrong with what was typed; null: nothing. */
export function validateField(field: FieldDefinition, typed: string): FieldProblem | null {
  const text = typed.trim();
  if (text === '') return field.isOptional ? null : 'empty';
  if (text.length > maxLength) return 'tooLong';
  const { kind } = field;
  switch (kind) {
    case 'text':
    case 'secret':
      return null;
    case 'choice':
      return field.options?.includes(text) ? null : kind;
    case 'hotspot':
      return parseHotspotOrigin(text) === null ? kind : null;
    case 'link':
      return parseHttpsUrl(text) === null ? kind : null;
    case 'amount':
      return parseBytes(text, 1000) === null ? kind : null;
    case 'date':
      return parseDate(text) === null ? kind : null;
    case 'day':
      return parseCount(text, 1, 31) === null ? kind : null;
    case 'days':
      return parseCount(text, 0, 365) === null ? kind : null;
    case 'price':
      return parseMoney(text) === null ? kind : null;
    case 'dial':
      return /^[\d*#+][\d*#+() -]{1,40}$/.test(text) ? null : kind;
    case 'code':
      return /^[\w-]{1,64}$/.test(text) ? null : kind;
  }
}

/** All problems of a form, by the fields' names; empty: it is in order. */
export function validateForm(fields: readonly FieldDefinition[], typed: FormValues): Record<string, FieldProblem> {
  const problems = fields.map((field) => [field.name, validateField(field, typed[field.name] ?? '')] as const);
  return Object.fromEntries(problems.filter(([, problem]) => problem !== null)) as Record<string, FieldProblem>;
}

/** The entries of these fields alone, trimmed, empty ones left out. */
export function trimValues(fields: readonly FieldDefinition[], typed: FormValues): FormValues {
  const kept = fields.map(({ name }) => [name, typed[name]?.trim() ?? ''] as const);
  return Object.fromEntries(kept.filter(([, text]) => text !== ''));
}
