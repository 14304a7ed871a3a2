import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountBytes, findPercents, percentBytes } from '../../../../../utils/core/page/text/amounts.ts';

describe('the bytes of an amount', () => {
  test.each([
    ['2.009999999', 'GB', 1000, 2_009_999_999],
    ['1.15', 'GB', 1000, 1_150_000_000],
    ['1.15', 'GB', 1024, 1_234_803_097],
    ['0.0000000001', 'GB', 1000, 0],
    ['2.75', 'MB', 1024, 2_883_584],
    ['0', 'TB', 1024, 0],
    ['500', 'B', 1000, 500],
    ['9007199254740991', 'B', 1000, Number.MAX_SAFE_INTEGER],
    ['9007199254740992', 'B', 1000, null],
    ['999999999999', 'TB', 1000, null],
    ['1,5', 'GB', 1000, null],
    ['', 'GB', 1000, null],
  ] as const)('of %s %s at %d are %d', (value, unit, base, bytes) => {
    expect(amountBytes(value, unit, base)).toBe(bytes);
  });

  test('are whole, and what is cut is less than one', () => {
    const values = fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 999_999 }));
    fc.assert(
      fc.property(values, fc.constantFrom<1000 | 1024>(1000, 1024), ([whole, millionths], base) => {
        const bytes = amountBytes(`${whole}.${String(millionths).padStart(6, '0')}`, 'GB', base) ?? -1;
        const exact = (BigInt(whole) * 1_000_000n + BigInt(millionths)) * BigInt(base) ** 3n;
        const rest = exact - BigInt(bytes) * 1_000_000n;
        expect(rest >= 0n && rest < 1_000_000n).toBe(true);
      }),
    );
  });
});

test.each([
  ['1', '200', 1000, 1_200_000_000],
  ['1', '0', 1024, 2 ** 30],
  ['0', '999', 1000, 999_000_000],
  ['1', '1000', 1000, null],
  ['1', '1010', 1024, 2 ** 30 + 1010 * 2 ** 20],
  ['1', 'x', 1000, null],
] as const)('the bytes of %s GB %s MB at %d are %d', (value, rest, base, bytes) => {
  expect(amountBytes(value, 'GB', base, { value: rest, unit: 'MB' })).toBe(bytes);
});

describe('the bytes of a percentage', () => {
  test.each([
    ['62', 10_000_000_000, 6_200_000_000],
    ['12.5', 1001, 125],
    ['29', 100, 29],
    ['0', 1000, 0],
    ['100', 1001, 1001],
    ['120', 1000, 1200],
    ['62', null, null],
    ['some', 1000, null],
  ])('%s of %d are %d', (percent, total, bytes) => {
    expect(percentBytes(percent, total)).toBe(bytes);
  });

  test('are whole, and what is cut is less than one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.nat(), (tenths, total) => {
        const rest = BigInt(tenths) * BigInt(total) - 1000n * BigInt(percentBytes(`${tenths / 10}`, total) ?? -1);
        expect(rest >= 0n && rest < 1000n).toBe(true);
      }),
    );
  });
});

describe('a percentage', () => {
  test.each([
    ['62 %', ['62']],
    ['62%', ['62']],
    ['62,5%', ['62.5']],
    ['٪٦٢', ['62']],
    ['٦٢٪', ['62']],
    ['%62', ['62']],
    ['62\u200e%\u200e', ['62']],
    ['６２％', ['62']],
    ['100 % von 5 GB', ['100']],
    ['62 percent', ['62']],
    ['Used 62 %', ['62']],
    ['已用62%流量', ['62']],
    ['62 Prozent verbraucht', ['62']],
    ['38% / 62%', ['38', '62']],
    ['-20%', []],
    ['+20 %', []],
    ['− 20 %', []],
    ['10–20 %', []],
    ['5 GB', []],
    ['v2%', []],
  ])('in %j is read as %j', (text, values) => {
    expect(findPercents(text).map(({ value }) => value)).toEqual(values);
  });
});
