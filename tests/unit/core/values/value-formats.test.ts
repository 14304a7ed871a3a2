import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCardId, parseCardId } from '../../../../utils/core/usage/card-id.ts';
import { isStale } from '../../../../utils/core/usage/usage-snapshot.ts';
import {
  formatDateTime,
  formatDuration,
  formatRelative,
  formatShortTime,
} from '../../../../utils/core/values/format-time.ts';
import { formatMoney, isSameMoney } from '../../../../utils/core/values/money.ts';
import { isSafeUrl, parseOrigin, toMatchPattern } from '../../../../utils/core/values/urls.ts';
import { makeSnapshot, start } from '../../support/builders.ts';

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

describe('time', () => {
  const at = Date.UTC(2026, 11, 10, 8);

  test('is shown with weekday, date and zone', () => {
    expect(formatDateTime(at, start, 'en-GB', 'Europe/Stockholm')).toBe('Thu 10 Dec, 09:00 CET');
    expect(formatDateTime(at, start, 'en-GB', 'Asia/Kathmandu')).toContain('13:45');
    expect(formatDateTime(Date.UTC(2027, 0, 1), start, 'en-GB', 'UTC')).toContain('2027');
  });

  test('is right on both sides of a change to summer time', () => {
    expect(formatDateTime(Date.UTC(2026, 2, 29, 0, 59), start, 'en-GB', 'Europe/Stockholm')).toContain('01:59 CET');
    expect(formatDateTime(Date.UTC(2026, 2, 29, 1, 0), start, 'en-GB', 'Europe/Stockholm')).toContain('03:00 CEST');
  });

  test('is a clock time today and has a weekday or date otherwise', () => {
    expect(formatShortTime(start, start + 1000, 'en-GB', 'UTC')).toBe('12:00');
    expect(formatShortTime(start - 86_400_000, start, 'en-GB', 'UTC')).toBe('Sun 12:00');
    expect(formatShortTime(start - 8 * 86_400_000, start, 'en-GB', 'UTC')).toBe('15 Nov, 12:00');
  });

  test('near midnight is today’s or tomorrow’s by the reader’s zone', () => {
    const late = Date.UTC(2026, 10, 23, 18, 20);
    expect(formatShortTime(late, start, 'en-GB', 'UTC')).toBe('18:20');
    expect(formatShortTime(late, start, 'en-GB', 'Asia/Kathmandu')).toBe('Tue 00:05');
    expect(formatDateTime(Date.UTC(2026, 11, 31, 23, 30), start, 'en-GB', 'Europe/Stockholm')).toContain('2027');
  });

  test('relative is cut towards now', () => {
    expect(formatRelative(start + 11.9 * 86_400_000, start, 'en-GB')).toBe('in 11 days');
    expect(formatRelative(start - 59_000, start, 'en-GB')).toBeNull();
    expect(formatDuration(30 * 86_400_000, 'en-GB')).toBe('30 days');
  });
});

describe('an address', () => {
  test.each([
    ['axis.example', 'https://axis.example'],
    ['https://axis.example/path?x#y', 'https://axis.example'],
    [' HTTPS://Axis.Example:8443 ', 'https://axis.example:8443'],
    ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080'],
    ['http://axis.example', null],
    ['ftp://axis.example', null],
    ['javascript://axis.example', null],
    ['', null],
    ['not an address', null],
  ])('%s counts as %s', (typed, origin) => {
    expect(parseOrigin(typed)).toBe(origin);
  });

  test('is safe with https, or with http on this computer', () => {
    expect(['https://a.example', 'http://localhost:1', 'http://[::1]/'].every(isSafeUrl)).toBe(true);
    expect(['http://a.example', 'data:text/html,x', 'http://127.0.0.1.evil.example'].some(isSafeUrl)).toBe(false);
  });

  test('becomes a pattern without its port', () => {
    expect(toMatchPattern('http://127.0.0.1:8787')).toBe('http://127.0.0.1/*');
  });

  test('of a card survives its way through a text, whatever the seller’s id', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ minLength: 1, unit: 'grapheme' }), (accountId, cardKey) => {
        expect(parseCardId(formatCardId({ accountId, cardKey }))).toEqual({ accountId, cardKey });
        expect(formatCardId({ accountId, cardKey })).not.toContain(':');
      }),
    );
  });
});

test('a figure is old by the seller’s clock, two missed checks, or a clock set back', () => {
  const snapshot = makeSnapshot({ expiresAt: start + 60_000 });
  expect(isStale(snapshot, 900_000, start + 59_999)).toBe(false);
  expect(isStale(snapshot, 900_000, start + 60_000)).toBe(true);
  expect(isStale(makeSnapshot({ skewMs: 3_600_000, expiresAt: start + 3_660_000 }), 900_000, start + 60_000)).toBe(
    true,
  );
  expect(isStale(makeSnapshot(), 900_000, start - 3_600_000)).toBe(true);
  const slow = makeSnapshot({ floorMs: 3_600_000, expiresAt: start + 1e9 });
  expect([isStale(slow, 900_000, start + 7_199_999), isStale(slow, 900_000, start + 7_200_000)]).toEqual([false, true]);
  expect(isStale(makeSnapshot({ measuredAt: start - 30 * 86_400_000 }), 900_000, start)).toBe(true);
});
