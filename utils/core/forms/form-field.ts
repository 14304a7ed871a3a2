import { parseBytes, parseCount, parseDate, parseHotspotOrigin, parseHttpsUrl, parseMoney } from './parse-input.ts';
import { cleanSecret, unsendableCharacter, withoutUnseen } from './secret.ts';

/**
 * The kind of value. secret: a key, in letters that a header can carry · login, password: in any letters, sent
 * encoded · hotspot: an address in the local network · amount: "1.24 GB" · date: "2026-12-10" · day: of the
 * month · days: how many · price: "99 SEK" · dial: a USSD code or a phone number · code: an identifier such as an ICCID
 * · choice, radio: one of `options`, in a list or each seen · check: `checked` or nothing.
 */
export type FieldKind =
  | 'text'
  | 'secret'
  | 'login'
  | 'password'
  | 'hotspot'
  | 'link'
  | 'amount'
  | 'date'
  | 'day'
  | 'days'
  | 'price'
  | 'dial'
  | 'code'
  | 'choice'
  | 'radio'
  | 'check';

/** The value of a `check` that is set. */
export const checked = '1';

/** One field of the connect page. `textKey`: its label and hint under `field.` in the locales. */
export type FieldDefinition = {
  name: string;
  textKey: string;
  kind: FieldKind;
  isOptional?: boolean;
  /** Shown under "More". */
  isExtra?: boolean;
  preset?: string;
  /** Of what is typed; absent: `maxFieldLength`. */
  maxLength?: number;
  options?: readonly string[];
  /** Asked only while another field has this value; under a radio it stands with that option. */
  when?: { name: string; is: string };
  /** In a change it may be left empty, and then stays as it is. */
  isKept?: boolean;
};

/** The typed values by field name, trimmed; empty ones are absent. */
export type FormValues = Record<string, string>;

/**
 * A provider's form on the connect page. `textKey`: the provider's name, whom it is for and what the form is for, under
 * `provider.` in the locales. `origins`: match patterns that are always needed, besides those of typed addresses.
 * `tokenPage`: where the user creates the secret; null: there is none to create.
 */
export type FormDescription = {
  textKey: string;
  /** Other names by which users search for it. */
  aliases: readonly string[];
  isForKeyOwners: boolean;
  /** A result of every search. */
  isForAnyCard?: boolean;
  fields: readonly FieldDefinition[];
  origins: readonly string[];
  tokenPage: string | null;
};

/** character: one that no header can carry, see `unsendableCharacter`. */
export type FieldProblem =
  | 'empty'
  | 'tooLong'
  | 'character'
  | Exclude<FieldKind, 'text' | 'secret' | 'login' | 'password' | 'radio' | 'check'>;

export const maxFieldLength = 500;

/** The value as it counts. */
export function cleanValue({ kind }: FieldDefinition, typed: string): string {
  if (kind === 'secret' || kind === 'code') return cleanSecret(typed);
  return kind === 'login' || kind === 'password' ? withoutUnseen(typed) : typed.trim();
}

/** What is wrong with a typed value; null: it is valid. */
export function validateField(field: FieldDefinition, typed: string): FieldProblem | null {
  const text = cleanValue(field, typed);
  if (text === '') return field.isOptional ? null : 'empty';
  if (text.length > (field.maxLength ?? maxFieldLength)) return 'tooLong';
  const { kind } = field;
  switch (kind) {
    case 'text':
    case 'login':
    case 'password':
      return null;
    case 'secret':
      return unsendableCharacter(text) === null ? null : 'character';
    case 'check':
      return null;
    case 'choice':
    case 'radio':
      return field.options?.includes(text) ? null : 'choice';
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
      if (unsendableCharacter(text) !== null) return 'character';
      return /^[\w-]{1,64}$/.test(text) ? null : kind;
  }
}

/** The fields as a change of what was entered before asks for them. */
export function fieldsOfChange(fields: readonly FieldDefinition[]): FieldDefinition[] {
  return fields.map((field) => (field.isKept ? { ...field, isOptional: true } : field));
}

/** The fields that are asked by what is typed so far. */
export function askedFields(fields: readonly FieldDefinition[], typed: FormValues): FieldDefinition[] {
  const valueNamed = (name: string) => typed[name] ?? fields.find((field) => field.name === name)?.preset ?? '';
  return fields.filter(({ when }) => when === undefined || valueNamed(when.name) === when.is);
}

/** The problems of a form by field name; empty: it is valid. What is not asked has none. */
export function validateForm(fields: readonly FieldDefinition[], typed: FormValues): Record<string, FieldProblem> {
  const problems = askedFields(fields, typed).map(
    (field) => [field.name, validateField(field, typed[field.name] ?? '')] as const,
  );
  return Object.fromEntries(problems.filter(([, problem]) => problem !== null)) as Record<string, FieldProblem>;
}

/** The values of these fields alone, cleaned, without empty ones and what is not asked. */
export function trimValues(fields: readonly FieldDefinition[], typed: FormValues): FormValues {
  const trimmed = askedFields(fields, typed).map(
    (field) => [field.name, cleanValue(field, typed[field.name] ?? '')] as const,
  );
  return Object.fromEntries(trimmed.filter(([, text]) => text !== ''));
}
