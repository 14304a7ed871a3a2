import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  balanceAmountText,
  quotaText,
  rationTexts,
  roughText,
  roundedText,
  wholeMegabytesText,
} from '../../../../components/format/data-amount-text.ts';
import { setLocale } from '../../support/i18n.ts';

beforeAll(() => setLocale('en'));

const known = (leftBytes: number, totalBytes: number | null) => ({ kind: 'known' as const, leftBytes, totalBytes });
const mebi = 2 ** 20;

test.each([
  ['of a plan', known(1_240_000_000, 3_000_000_000), '1.24 GB', '1.76 GB'],
  ['never too much left, never too little used', known(1_239_999_999, 3_000_000_000), '1.23 GB', '1.77 GB'],
  ['that is all used', known(0, 3_000_000_000), '0 GB', '3 GB'],
  ['without a total', known(4_000_000_000, null), '4 GB', '4 GB'],
  ['that has no limit', { kind: 'unlimited' }, 'Unlimited', 'Unlimited'],
  ['nobody told', { kind: 'unknown' }, 'Unknown', 'Unknown'],
  ['under a bound', { kind: 'coarse', level: 'low', upperBytes: 2 ** 30 }, 'Less than 1 GB', 'Less than 1 GB'],
  ['of which nothing is left', { kind: 'coarse', level: 'out', upperBytes: 0 }, '0 GB', '0 GB'],
] as const)('a figure %s says what is left, or what is used where that is known', (_, balance, left, used) => {
  expect(balanceAmountText(balance, 1000, 'left')).toBe(left);
  expect(balanceAmountText(balance, 1000, 'used')).toBe(used);
  expect(balanceAmountText(balance, 1000)).toBe(left);
});

test('a plan without a limit says so', () => {
  expect(quotaText(null, 1000)).toBe('Unlimited');
  expect(quotaText(3 * 2 ** 30, 1024)).toBe('3 GB');
});

test.each([
  [0, 1000, '0 GB'],
  [999_999, 1000, '999.99 KB'],
  [114_900_000, 1000, '114 MB'],
  [114 * mebi + 1, 1024, '114 MB'],
  [1_239_999_999, 1000, '1.23 GB'],
] as const)('a ration of %d bytes at %d is cut to whole megabytes', (bytes, byteUnit, text) => {
  expect(wholeMegabytesText(bytes, byteUnit)).toBe(text);
});

test.each([
  [0, 1000, '0 GB'],
  [560_000, 1000, '560 KB'],
  [9_999_999, 1000, '10 MB'],
  [10_000_000, 1000, '10 MB'],
  [187_400_000, 1000, '190 MB'],
  [999_600_000, 1000, '1 GB'],
  [1_260_000_000, 1000, '1.3 GB'],
  [23_400_000_000, 1000, '23 GB'],
  [187 * mebi, 1024, '190 MB'],
  [99.6 * mebi, 1024, '100 MB'],
  [1.24 * 2 ** 30, 1024, '1.2 GB'],
  [10 * 2 ** 30, 1024, '10 GB'],
] as const)('a forecast of %d bytes at %d says two digits', (bytes, byteUnit, text) => {
  expect(roughText(bytes, byteUnit)).toBe(text);
});

test.each([
  [1000, 1e13],
  [1024, 1e13],
] as const)(
  'no forecast at %d of 10 MB to %d bytes says more than two digits, or is off by more than a twentieth',
  (byteUnit, max) => {
    fc.assert(
      fc.property(fc.integer({ min: 10 * byteUnit ** 2, max }), (bytes) => {
        const [, amount = '', unit = ''] = /^([\d,.]+) (MB|GB|TB)$/.exec(roughText(bytes, byteUnit)) ?? [];
        expect(amount.replace(/\D/g, '').replace(/^0+|0+$/g, '').length).toBeLessThanOrEqual(2);
        const size = byteUnit ** (['MB', 'GB', 'TB'].indexOf(unit) + 2);
        expect(Math.abs(Number(amount.replaceAll(',', '')) * size - bytes) / bytes).toBeLessThanOrEqual(0.0501);
      }),
    );
  },
);

test.each([
  [0, 1000, '0 GB'],
  [15, 1000, '15 B'],
  [118_780_000, 1000, '119 MB'],
  [40_000_000, 1000, '40 MB'],
  [999_600_000, 1000, '1 GB'],
  [1_234_567_890, 1000, '1.23 GB'],
  [1_020 * mebi, 1024, '1,020 MB'],
] as const)('%d bytes of the past, at %d, are "%s": three digits', (bytes, byteUnit, text) => {
  expect(roundedText(bytes, byteUnit)).toBe(text);
});

test.each([
  [76.9e6, 112e6, 1000, '76 MB', '110'],
  [76.9e6, 1.24e9, 1000, '76 MB', '1.2 GB'],
  [1.249e9, 1.26e9, 1000, '1.24 GB', '1.3'],
  [76 * mebi, 112 * mebi, 1024, '76 MB', '110'],
] as const)('a ration of %d beside a pace of %d bytes at %d', (ration, pace, byteUnit, first, second) => {
  expect(rationTexts(ration, pace, byteUnit)).toEqual({ ration: first, pace: second });
});
