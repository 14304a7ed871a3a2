import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedFields,
  checked,
  type FieldDefinition,
  type FieldKind,
  fieldsOfChange,
  trimValues,
  validateField,
  validateForm,
} from '../../../../utils/core/forms/form-field.ts';
import { parseBytes, parseCount, parseHttpsUrl, parseMoney } from '../../../../utils/core/forms/parse-input.ts';
import { formatMoney } from '../../../../utils/core/values/money.ts';

const fieldOf = (kind: FieldKind, overrides: Partial<FieldDefinition> = {}): FieldDefinition => ({
  name: 'it',
  textKey: 'it',
  kind,
  ...overrides,
});
const tooLong = 'x'.repeat(501);

describe.each<[FieldKind, string[], string[]]>([
  ['text', ['Axis', '瑞典', ' a b ', 'x'.repeat(500)], []],
  ['secret', ['s3cret', '"quoted"', '~!@#$%^&*() _+'], []],
  ['login', ['api@fleet.example', 'löß'], []],
  ['password', ['pass:wörd', '"quoted"'], []],
  ['hotspot', ['192.168.8.1', ' http://192.168.8.1:8080/html/home.html ', 'router.lan'], ['8.8.8.8', 'a b']],
  ['link', ['axis.example/renew', 'https://axis.example'], ['http://axis.example', 'javascript:alert(1)']],
  [
    'amount',
    ['1.24 GB', '1,24GB', '500 mb', '１２ GB', '.5 GB', '5. GB', '0 GB'],
    ['5', 'GB', '-1 GB', '1e3 GB', '5 TB'],
  ],
  ['date', ['2026-12-10', ' 2028-02-29 '], ['10.12.2026', '2027-02-29', '2026-13-10', 'tomorrow']],
  ['day', ['1', '31', '07', '１５'], ['0', '32', '-1', '1.5', 'first']],
  ['days', ['0', '30', '365'], ['366', '-1', '1000', 'ten']],
  ['price', ['99 SEK', '99,50 sek', '0.5EUR', '１２ JPY'], ['99', 'SEK', '99 kr', '-1 SEK', '1.234.5 SEK', '99 SEKK']],
  ['dial', ['*123#', '*100*1#', '##002#', '+46 (0)8-123', '100'], ['*', 'call me', '*123#;ext', '1'.repeat(42)]],
  ['code', ['8988280666000000001', 'dev_1-A'], ['89 88', '89.88', 'é', '../x', 'x'.repeat(65)]],
])('a field of the kind %s', (kind, good, bad) => {
  const options = [...good, ...bad];
  test.each(good)('takes "%s"', (typed) => expect(validateField(fieldOf(kind), typed)).toBeNull());

  if (bad.length > 0)
    test.each(bad)('does not take "%s", and says that it is no such thing', (typed) => {
      expect([kind, 'character']).toContain(validateField(fieldOf(kind), typed));
    });

  test('is not left empty or too long, and empty only where it may be', () => {
    const field = fieldOf(kind, { options });
    expect([validateField(field, ' \t'), validateField(field, tooLong)]).toEqual(['empty', 'tooLong']);
    const optional = { ...field, isOptional: true };
    expect([validateField(optional, ''), validateField(optional, tooLong)]).toEqual([null, 'tooLong']);
  });
});

test('a choice is one of the list', () => {
  const field = fieldOf('choice', { options: ['1000', '1024'] });
  expect(['1000', ' 1024 ', '1', '', 'toString'].map((typed) => validateField(field, typed))).toEqual([
    ...[null, null, 'choice', 'empty', 'choice'],
  ]);
  expect(validateField(fieldOf('choice'), '1000')).toBe('choice');
});

describe('a field that depends on another', () => {
  const fields: FieldDefinition[] = [
    { name: 'left', textKey: 'left', kind: 'amount', when: { name: 'unlimited', is: '' }, isKept: true },
    { name: 'unlimited', textKey: 'unlimited', kind: 'check', isOptional: true },
    { name: 'ends', textKey: 'ends', kind: 'radio', options: ['date', 'monthly'], preset: 'date', isOptional: true },
    { name: 'day', textKey: 'day', kind: 'day', when: { name: 'ends', is: 'monthly' } },
  ];
  const names = (typed: Record<string, string>) => askedFields(fields, typed).map(({ name }) => name);

  test('is asked while the other has that value, typed or preset', () => {
    expect(names({})).toEqual(['left', 'unlimited', 'ends']);
    expect(names({ unlimited: checked, ends: 'monthly' })).toEqual(['unlimited', 'ends', 'day']);
  });

  test('is neither needed nor kept where it is not asked', () => {
    expect(validateForm(fields, {})).toEqual({ left: 'empty' });
    const typed = { left: 'much', unlimited: checked, day: '32' };
    expect([validateForm(fields, typed), trimValues(fields, typed)]).toEqual([{}, { unlimited: checked }]);
  });

  test('may be left empty in a change where it then stays as it is', () => {
    expect(validateForm(fieldsOfChange(fields), { ends: 'monthly' })).toEqual({ day: 'empty' });
  });
});

describe('an amount', () => {
  test.each([
    ['1.24 GB', 1_240_000_000, 1_331_439_862],
    ['1,24 GB', 1_240_000_000, 1_331_439_862],
    ['１．２４　ＧＢ', 1_240_000_000, 1_331_439_862],
    ['500MB', 500_000_000, 524_288_000],
    ['0.01 MB', 10_000, 10_486],
    ['0 GB', 0, 0],
    ['9999 GB', 9_999_000_000_000, 10_736_344_498_176],
    ['1234567.89 MB', 1_234_567_890_000, 1_294_538_259_825],
  ])('of "%s" is %i bytes by thousands, and %i by 1024', (typed, thousands, binary) => {
    expect([parseBytes(typed, 1000), parseBytes(typed, 1024)]).toEqual([thousands, binary]);
  });

  test.each([
    '9999.01 GB',
    '99999999 MB',
    '1,500 GB',
    '1.500 MB',
    '1 000 MB',
    '1.000,5 MB',
    '∞ GB',
    'NaN GB',
    '. GB',
    '',
    '0x10 GB',
    '1 GB 2 GB',
  ])('"%s" is none', (typed) => expect(parseBytes(typed, 1000)).toBeNull());

  test('is never NaN, negative, broken or beyond what numbers can count, whatever is typed', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789.,- e١１'), maxLength: 12 });
    const amountLike = fc.tuple(digits, fc.constantFrom('GB', ' MB', 'gb', ' TB', '')).map((parts) => parts.join(''));
    const byteUnit = fc.constantFrom(1000 as const, 1024 as const);
    fc.assert(
      fc.property(fc.oneof(fc.string(), amountLike), byteUnit, (typed, unit) => {
        const bytes = parseBytes(typed, unit);
        expect(bytes === null || (Number.isSafeInteger(bytes) && bytes >= 0)).toBe(true);
        expect(validateField(fieldOf('amount', { isOptional: true }), typed) === null).toBe(
          bytes !== null || typed.trim() === '',
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('that is written with two decimals is read to the byte', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_900 }), (hundredths) => {
        const number = `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
        expect(parseBytes(`${number} GB`, 1000)).toBe(hundredths * 10_000_000);
      }),
    );
  });
});

describe('a price', () => {
  test.each([
    ['99 SEK', 'SEK', '99', 0],
    ['99,50 sek', 'SEK', '99', 500_000_000],
    ['007.05EUR', 'EUR', '7', 50_000_000],
    ['1200 JPY', 'JPY', '1200', 0],
    ['1.500 KWD', 'KWD', '1', 500_000_000],
    ['0.000000001 USD', 'USD', '0', 1],
    ['999999999.999999999 USD', 'USD', '999999999', 999_999_999],
  ])('of "%s" is kept exactly', (typed, currency, units, nanos) => {
    expect(parseMoney(typed)).toEqual({ currency, units, nanos });
  });

  test('has no more figures than money has, and can be shown', () => {
    expect(['0.0000000001 USD', '1234567890 USD', '1 US', ' ', '9,9,9 SEK'].map(parseMoney)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789., SEKJPY'), maxLength: 14 }), (typed) => {
        const money = parseMoney(typed);
        if (money) expect(formatMoney(money, 'en-GB')).toMatch(/\d/);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['axis.example', 'https://axis.example/'],
  ['axis.example/renew?card=1#top', 'https://axis.example/renew?card=1#top'],
  [' HTTPS://Axis.Example ', 'https://axis.example/'],
  ['https://axis.example:8443/x', 'https://axis.example:8443/x'],
  ['http://axis.example', null],
  ['javascript:alert(1)', null],
  ['javascript://axis.example/%0aalert(1)', null],
  ['data:text/html,<p>', null],
  ['ftp://axis.example', null],
  ['file:///etc/passwd', null],
  ['axis', null],
  ['axis .example', null],
  ['', null],
])('a link "%s" opens %s', (typed, url) => {
  expect(parseHttpsUrl(typed)).toBe(url);
});

test('a count is a whole number within its bounds, in any digits', () => {
  expect(['5', '05', '５', ' 5 '].map((typed) => parseCount(typed, 1, 31))).toEqual([5, 5, 5, 5]);
  expect(['', '5.0', '+5', '5 days', '1e1', '0005'].map((typed) => parseCount(typed, 0, 365))).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});

describe('a form', () => {
  const fields: FieldDefinition[] = [
    { name: 'name', textKey: 'cardName', kind: 'text' },
    { name: 'quota', textKey: 'planQuota', kind: 'amount', isOptional: true },
    { name: 'key', textKey: 'key', kind: 'secret' },
  ];

  test('has the problems of its fields alone, by their names', () => {
    expect(validateForm(fields, { name: ' ', quota: 'much', other: 'x' })).toEqual({
      name: 'empty',
      quota: 'amount',
      key: 'empty',
    });
    expect(validateForm(fields, { name: 'Axis', key: 'k' })).toEqual({});
  });

  test('keeps what was typed in its fields, trimmed, and nothing that is empty or of other fields', () => {
    expect(trimValues(fields, { name: ' Axis ', quota: '  ', key: 'k\n', origin: 'https://evil.example' })).toEqual({
      name: 'Axis',
      key: 'k',
    });
  });
});
