import { describe, expect, test } from 'vitest';
import { formatMoney, isSameMoney } from '../../../../utils/core/values/money.ts';

describe('money', () => {
  test.each([
    ['SEK', '99', 0, 'SEK 99.00'],
    ['USD', '4', 500_000_000, 'US$4.50'],
    ['JPY', '1200', 0, 'JP¥1,200'],
    ['KWD', '1', 500_000_000, 'KWD 1.500'],
    ['SEK', '0', 999_999_999, 'SEK 0.999999999'],
    ['USD', '9007199254740993', 0, 'US$9,007,199,254,740,993.00'],
  ])('%s %s + %i nanos is shown whole, never rounded', (currency, units, nanos, shown) => {
    expect(formatMoney({ currency, units, nanos }, 'en-GB').replaceAll('\u00a0', ' ')).toBe(shown);
  });

  test('is the same only with the same currency, units and nanos', () => {
    const price = { currency: 'SEK', units: '99', nanos: 0 };
    expect(isSameMoney(price, { ...price, units: '099' })).toBe(true);
    for (const other of [{ currency: 'NOK' }, { units: '9900' }, { nanos: 1 }]) {
      expect(isSameMoney(price, { ...price, ...other })).toBe(false);
    }
  });

  test('of a currency whose digits browsers disagree on keeps what the seller said', () => {
    expect(formatMoney({ currency: 'IDR', units: '50000', nanos: 250_000_000 }, 'en-GB')).toMatch(/50,000\.25$/);
  });
});
