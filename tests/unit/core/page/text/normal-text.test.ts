import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tailShape } from '../../../../../utils/core/page/find/shapes.ts';
import { identifiersIn, normalText } from '../../../../../utils/core/page/text/normal-text.ts';

describe('a text to compare', () => {
  test.each([
    ['  Data\u00a0 left:\n', 'data left'],
    ['DATA LEFT', 'data left'],
    ['Data left…', 'data left'],
    ['Ｄａｔａ ｌｅｆｔ：', 'data left'],
    ['剩余流量：', '剩余流量'],
    ['Da\u00adta le\u200bft', 'data left'],
    ['\u2068Data\u2069 left\u200f', 'data left'],
    ['İNTERNET', 'internet'],
    ['No. 5', 'no. 5'],
    [' : ', ''],
    ['', ''],
  ])('%j is %j', (text, normal) => {
    expect(normalText(text)).toBe(normal);
  });

  test('does not change when it is compared again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const normal = normalText(text);
        expect(normalText(normal)).toBe(normal);
      }),
    );
  });
});

describe('the shape of a text', () => {
  test.each([
    ['2.75 GB of 10 GB until 12 Dec', '#u of #u until #d'],
    ['2,75 GB von 10 GB', '#u von #u'],
    ['1 GB 200 MB left', '#u left'],
    ['62 % used', '#% used'],
    ['Renews in 5 days', 'renews in #d'],
    ['剩余流量3.5G', '剩余流量#u'],
    ['有效期至2026年12月21日 23:59', '有效期至#d'],
    ['Line 2 of 3', 'line # of #'],
    ['1.234,56 €', '# €'],
    ['-0.5 GB', '-# gb'],
    ['٢٫٥ جيجابايت من ١٠', '#u من #'],
    ['Data left:', 'data left'],
  ])('%j is %j', (text, shape) => {
    expect(tailShape(text)).toBe(shape);
  });

  test.each([
    ['2.75 GB of 10 GB until 12 Dec', '400 MB of 10 GB until 3 Jan 2027'],
    ['1.234,5 MB', '0 MB'],
    ['1 GB 200 MB left', '0 B left'],
    ['Expires 21/12/2026 11:59 PM', 'Expires 3/1/2027'],
    ['38%', '100%'],
    ['2.75 GB / 10 GB', '2.75GB / 10GB'],
  ])('of %j is that of %j', (one, other) => {
    expect(tailShape(one)).toBe(tailShape(other));
  });

  test.each([
    ['2 GB left', '2 GB used'],
    ['2 GB', '-2 GB'],
    ['2 GB', '+2 GB'],
    ['2 GB', '< 2 GB'],
    ['2 GB', '2 GB/day'],
    ['2 GB', '2 GB of 10 GB'],
    ['2 GB', '2 %'],
    ['2 GB', 'Unlimited'],
    ['2 GB', '2 Mbps'],
  ])('of %j is not that of %j', (one, other) => {
    expect(tailShape(one)).not.toBe(tailShape(other));
  });

  test('is the same for any two amounts of a language', () => {
    const amounts = fc.record({
      hundredths: fc.integer({ min: 0, max: 9_999_999 }),
      unit: fc.constantFrom('megabyte', 'gigabyte'),
    });
    fc.assert(
      fc.property(
        fc.constantFrom('en', 'de', 'fr', 'ru', 'ar-EG', 'zh-CN'),
        amounts,
        (locale, { hundredths, unit }) => {
          const format = new Intl.NumberFormat(locale, { style: 'unit', unit });
          expect(tailShape(`${format.format(hundredths / 100)} :`)).toBe('#u');
        },
      ),
    );
  });
});

describe('what tells whose account it is', () => {
  test.each([
    ['Signed in as Anna@Mail.Example', ['email anna@mail.example']],
    ['a***@mail.example', ['masked a***@mail.example']],
    ['anna@mail.example, ben@mail.example', ['email anna@mail.example', 'email ben@mail.example']],
    ['Line 07700 900123', ['number 07700900123']],
    ['+44 7700 900123', ['number 447700900123']],
    ['+62 812-3456-7890', ['number 6281234567890']],
    ['(020) 7946 0018', ['number 02079460018']],
    ['0812.3456.7890', ['number 081234567890']],
    ['138 1234 5678', ['number 13812345678']],
    ['Customer 12345678', ['number 12345678']],
    ['ID: 1234-5678', ['number 12345678']],
    ['٠٥٥١٢٣٤٥٦٧', ['number 0551234567']],
    ['•••• 4821', ['masked *4821']],
    ['***4821', ['masked *4821']],
    ['xxxx4821', ['masked *4821']],
    ['XXXX XXXX 4821', ['masked *4821']],
    ['0812****4821', ['masked 0812*4821']],
    ['138****5678', ['masked 138*5678']],
    ['… 4821', ['masked *4821']],
    ['07700 900123 until 21/12/2026: 2.75 GB', ['number 07700900123']],
  ])('in %j is %j', (text, identifiers) => {
    expect(identifiersIn(text).map((identifier) => `${identifier.kind} ${identifier.text}`)).toEqual(identifiers);
  });

  test.each([
    ...[
      '21/12/2026',
      '2026-12-21 23:59',
      '© 2026',
      '2.75 GB',
      '1 234 MB',
      '1234.5 MB',
      '62 %',
      '123',
      '1.234.567',
      '50 000',
    ],
    ...[
      '1.234,56 €',
      'Rp 50.000',
      '$ 1234',
      '1500 EUR',
      '49,99',
      '12 345 Kč',
      '10:30',
      'Data left',
      '***',
      'me @ home',
      '',
    ],
  ])('is not in %j', (text) => {
    expect(identifiersIn(text)).toEqual([]);
  });

  test('is the same however a number is set', () => {
    const digits = fc.stringMatching(/^0[1-9]\d{8}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom(' ', '-', '.', '\u00a0'), (number, sign) => {
        const written = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(sign);
        expect(identifiersIn(`Line ${written}`)).toMatchObject([{ kind: 'number', text: number, start: 5 }]);
      }),
    );
  });
});
