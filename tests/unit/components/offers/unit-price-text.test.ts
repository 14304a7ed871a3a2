import { expect, test } from 'vitest';
import { pricePerDay, pricePerGigabyte } from '../../../../components/offers/unit-price-text.ts';

test.each([
  ['SEK', '99', 0, 3_000_000_000, 1000, { currency: 'SEK', units: '33', nanos: 0 }],
  ['SEK', '100', 0, 3_000_000_000, 1000, { currency: 'SEK', units: '33', nanos: 330_000_000 }],
  ['JPY', '1000', 0, 3_000_000_000, 1000, { currency: 'JPY', units: '333', nanos: 0 }],
  ['EUR', '10', 500_000_000, 2 * 2 ** 30, 1024, { currency: 'EUR', units: '5', nanos: 250_000_000 }],
] as const)(
  'the price of a GB is exact and cut to the digits of the currency: %s %s',
  (currency, units, nanos, quota, byteUnit, price) => {
    expect(pricePerGigabyte({ currency, units, nanos }, quota, byteUnit, 'en-GB')).toEqual(price);
  },
);

test('an unlimited plan has no price per GB', () => {
  expect(pricePerGigabyte({ currency: 'SEK', units: '99', nanos: 0 }, null, 1000, 'en-GB')).toBeNull();
});

test('the price of a day is cut likewise, and none for a plan of less than a day', () => {
  const price = { currency: 'SEK', units: '100', nanos: 0 };
  const hour = 3_600_000;
  expect(pricePerDay(price, 30 * 24 * hour, 'en-GB')).toEqual({ currency: 'SEK', units: '3', nanos: 330_000_000 });
  expect(pricePerDay(price, 24 * hour, 'en-GB')).toEqual(price);
  expect(pricePerDay(price, 12 * hour, 'en-GB')).toBeNull();
});
