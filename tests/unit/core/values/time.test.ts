import { expect, test } from 'vitest';
import { billingMonth } from '../../../../utils/core/values/time.ts';

const at = (text: string) => Date.parse(text);

test.each([
  [15, '2027-02-15T12:00:00Z', '2027-02-15T00:00:00Z', '2027-03-15T00:00:00Z'],
  [16, '2027-02-15T12:00:00Z', '2027-01-16T00:00:00Z', '2027-02-16T00:00:00Z'],
  [31, '2027-02-15T12:00:00Z', '2027-01-31T00:00:00Z', '2027-02-28T00:00:00Z'],
  [31, '2027-02-28T00:00:00Z', '2027-02-28T00:00:00Z', '2027-03-31T00:00:00Z'],
  [31, '2028-03-30T23:59:59Z', '2028-02-29T00:00:00Z', '2028-03-31T00:00:00Z'],
  [1, '2026-12-31T23:59:59Z', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  [10, '2027-01-05T00:00:00Z', '2026-12-10T00:00:00Z', '2027-01-10T00:00:00Z'],
])('a month from the %i. holds %s', (day, now, startsAt, endsAt) => {
  expect(billingMonth(day, at(now), 'UTC')).toEqual({ startsAt: at(startsAt), endsAt: at(endsAt) });
});

test('it begins at midnight by the clocks of the zone, summer and winter', () => {
  expect(billingMonth(28, at('2027-03-28T10:00:00Z'), 'Europe/Stockholm')).toEqual({
    startsAt: at('2027-03-27T23:00:00Z'),
    endsAt: at('2027-04-27T22:00:00Z'),
  });
});

test('the last hours of a month elsewhere are the first of the next here', () => {
  const month = { startsAt: at('2027-01-31T15:00:00Z'), endsAt: at('2027-02-28T15:00:00Z') };
  expect(billingMonth(1, at('2027-01-31T16:00:00Z'), 'Asia/Tokyo')).toEqual(month);
});
