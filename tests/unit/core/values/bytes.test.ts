import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ByteUnit, type Rounding, toAmount, toBound } from '../../../../utils/core/values/bytes.ts';

const names = ['B', 'KB', 'MB', 'GB', 'TB'];
const units = fc.constantFrom<ByteUnit>(1000, 1024);

/** Any amount up to 10 TB, and amounts close to the steps from one unit, or one hundredth, to the next. */
const amounts = units.chain((byteUnit) => {
  const step = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 102_400 }), fc.integer({ min: -2, max: 2 }))
    .map(([index, hundredths, off]) => Math.round((byteUnit ** index * hundredths) / 100) + off);
  const bytes = fc.oneof(fc.integer({ min: 0, max: 1e13 }), step).map((value) => Math.min(1e13, Math.max(0, value)));
  return fc.record({ bytes, byteUnit: fc.constant(byteUnit) });
});

/** The amount as it is shown, and the exact one, both in hundredths of a byte; `size`: bytes of its unit. */
function read(bytes: number, byteUnit: ByteUnit, rounding: Rounding) {
  const { value, unit } = toAmount(bytes, byteUnit, rounding);
  expect(value).toMatch(/^(0|[1-9]\d*)(\.\d?[1-9])?$/);
  const [whole = '0', rest = ''] = value.split('.');
  const size = BigInt(byteUnit) ** BigInt(names.indexOf(unit));
  return { stated: BigInt(whole + rest.padEnd(2, '0')) * size, exact: BigInt(bytes) * 100n, size };
}

describe('an amount', () => {
  test('that is used is never too little, and too much by a hundredth of its unit at most', () => {
    fc.assert(
      fc.property(amounts, ({ bytes, byteUnit }) => {
        const { stated, exact, size } = read(bytes, byteUnit, 'up');
        expect(stated >= exact).toBe(true);
        expect(stated - exact < size).toBe(true);
        expect(stated * 100n <= exact * 101n).toBe(true);
      }),
    );
  });

  test('that is left is never too much, and too little by a hundredth of its unit at most', () => {
    fc.assert(
      fc.property(amounts, ({ bytes, byteUnit }) => {
        const { stated, exact, size } = read(bytes, byteUnit, 'cut');
        expect(stated <= exact).toBe(true);
        expect(exact - stated < size).toBe(true);
      }),
    );
  });

  test.each([
    [0, 1000, { value: '0', unit: 'GB' }],
    [999_999, 1000, { value: '1', unit: 'MB' }],
    [1_000_001, 1000, { value: '1.01', unit: 'MB' }],
    [1_150_000_000, 1000, { value: '1.15', unit: 'GB' }],
    [2 ** 20 - 1, 1024, { value: '1', unit: 'MB' }],
    [1025, 1024, { value: '1.01', unit: 'KB' }],
  ] as const)(
    'of %d bytes used at %d is rounded up, into the next unit where it comes to that',
    (bytes, byteUnit, amount) => {
      expect(toAmount(bytes, byteUnit, 'up')).toEqual(amount);
    },
  );
});

test('a bound keeps the unit it is a whole number of', () => {
  expect(toBound(2 ** 30, 1000)).toEqual({ value: '1', unit: 'GB' });
  expect(toBound(500 * 2 ** 20, 1000)).toEqual({ value: '500', unit: 'MB' });
  expect(toBound(2 ** 30, 1024)).toEqual({ value: '1', unit: 'GB' });
  expect(toBound(1e9, 1000)).toEqual({ value: '1', unit: 'GB' });
  expect(toBound(0, 1000)).toEqual({ value: '0', unit: 'GB' });
});
