import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FieldDefinition, trimValues, validateField } from '../../../../utils/core/forms/form-field.ts';
import { characterText, cleanSecret, isSendable, unsendableCharacter } from '../../../../utils/core/forms/secret.ts';
import { loadProviders } from '../../../../utils/providers/registry.ts';

describe('7.7 F28 a pasted key', () => {
  test.each([
    ['a zero-width space', '\u200bAX-123\u200b45'],
    ['a byte order mark', '\ufeffAX-12345'],
    ['a word joiner and a soft hyphen', 'AX\u2060-123\u00ad45'],
    ['marks of direction', '\u200eAX-12345\u202c'],
    ['a variation selector', 'AX-12345\ufe0f'],
    ['spaces, lines, and those that do not break', '\u00a0\n AX-12345\t\u3000'],
    ['quotes', '"AX-12345"'],
    ['typographic quotes', '“AX-12345”'],
    ['German quotes', '„AX-12345“'],
    ['backticks', '`AX-12345`'],
    ['all of it', ' “\u200bAX-12345\u00a0”\u200f'],
  ])('loses %s around and in it', (_, pasted) => {
    expect(cleanSecret(pasted)).toBe('AX-12345');
  });

  test.each(['"AX', 'AX"', "it's", '"', 'a "b" c', 'AX 123'])('keeps what may be part of it: %s', (pasted) => {
    expect(cleanSecret(pasted)).toBe(pasted);
  });

  test.each([
    ['AX-12345', null, null],
    ['AХ-12345', 'Х', 'Х'],
    ['tokиen', 'и', 'и'],
    ['ключ', 'к', 'к'],
    ['AX–1', '–', '–'],
    ['AX\u00a01', '\u00a0', 'U+00A0'],
    ['AXe\u0301', '\u0301', 'U+0301'],
    ['AX\u0007', '\u0007', 'U+0007'],
    ['AX🔑', '🔑', '🔑'],
  ])('%j has the character that no header carries %j, shown as %j', (key, character, shown) => {
    expect(unsendableCharacter(key)).toBe(character);
    expect(character && characterText(character)).toBe(shown);
  });

  test('that is taken is a value of a header (RFC 9110, 5.5), whatever was pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: 'grapheme-ascii' }), (odd, key) => {
        for (const pasted of [odd, odd + key, key + odd]) {
          const secret = cleanSecret(pasted);
          if (isSendable(secret)) expect(secret).toMatch(/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/);
        }
      }),
    );
    // Making the first text of any code points takes a second, on a busy machine several.
  }, 60_000);
});

const pasted = (await loadProviders()).flatMap(({ id, form }) =>
  (form?.fields ?? []).filter(({ kind }) => ['secret', 'code'].includes(kind)).map((field) => ({ id, field })),
);

describe.each(pasted)('7.7 F28 the field $field.name of $id', ({ field }) => {
  const cleaned = (typed: string) => trimValues([field], { [field.name]: typed })[field.name];

  test('takes a key without what is not seen and without quotes', () => {
    expect([validateField(field, ' “\u200bAX-1”'), cleaned(' “\u200bAX-1”')]).toEqual([null, 'AX-1']);
    expect(validateField(field, '\u200b')).toBe('empty');
  });

  test('refuses a letter that looks like one of a key', () => {
    expect(validateField(field, 'AХ-1')).toBe('character');
  });
});

test('7.7 a login and its password keep letters of any alphabet, which are sent encoded', () => {
  const fields: FieldDefinition[] = [
    { name: 'login', textKey: 'login', kind: 'login' },
    { name: 'password', textKey: 'password', kind: 'password' },
  ];
  const typed = { login: '\u200blöß ', password: '"字"\u200b' };
  expect(trimValues(fields, typed)).toEqual({ login: 'löß', password: '"字"' });
  expect(fields.map((field) => validateField(field, typed.login))).toEqual([null, null]);
});
