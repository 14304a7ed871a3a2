import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate } from '../../../../utils/core/forms/parse-input.ts';
import { parseManualPlan } from '../../../../utils/core/manual/manual-plan-form.ts';

/** A zone with clock changes at midnight: 6 September 2026 has no 00:00, 4 April 2026 has 23:00 twice. */
process.env.TZ = 'America/Santiago';
const at = (text: string) => Date.parse(text);

test('the clocks of this file are changed at midnight', () => {
  expect(new Date(2026, 8, 6).getHours()).toBe(1);
});

test.each([
  ['2026-12-10', '2026-12-10T03:00:00Z'],
  [' 2026-07-01 ', '2026-07-01T04:00:00Z'],
  ['2026-09-06', '2026-09-06T04:00:00Z'],
  ['2026-09-07', '2026-09-07T03:00:00Z'],
  ['2026-04-04', '2026-04-04T03:00:00Z'],
  ['2026-04-05', '2026-04-05T04:00:00Z'],
  ['2028-02-29', '2028-02-29T03:00:00Z'],
  ['2000-01-01', '2000-01-01T03:00:00Z'],
])('the day %s begins at %s', (typed, begins) => {
  expect(parseDate(typed)).toBe(at(begins));
});

test.each([
  ['2027-02-29', '2026-02-30', '2026-04-31', '2100-02-29', '2026-01-32', '2026-06-00'],
  ['2026-13-10', '2026-00-10', '2026-99-01'],
  ['1999-12-31', '0099-01-01', '0000-00-00'],
  ['10.12.2026', '2026/12/10', '2026-12-1', '26-12-10', '2026-12-10T00:00', '2026-12-10Z', '-2026-12-10', ''],
])('there is no such day: %s, %s, %s …', (...typed) => {
  expect(typed.filter((text) => parseDate(text) !== null)).toEqual([]);
});

test('every day there is begins once, on that day, after the day before it', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(at('2000-02-01')), max: new Date(at('2099-12-30')), noInvalidDate: true }),
      (date) => {
        const [day = '', before = ''] = [0, 86_400_000].map((ms) =>
          new Date(date.getTime() - ms).toISOString().slice(0, 10),
        );
        const begins = parseDate(day) ?? Number.NaN;
        const local = new Date(begins);
        const shown = [local.getFullYear(), local.getMonth() + 1, local.getDate()];
        expect(shown).toEqual(day.split('-').map(Number));
        expect(new Date(begins - 1).getDate()).not.toBe(local.getDate());
        const hours = (begins - (parseDate(before) ?? Number.NaN)) / 3_600_000;
        expect([23, 24, 25]).toContain(hours);
      },
    ),
  );
});

test.each([
  ['2026-12-10', '2026-12-11T02:59:00Z'],
  ['2026-04-04', '2026-04-05T03:59:00Z'],
  ['2026-09-05', '2026-09-06T03:59:00Z'],
  ['2026-09-06', '2026-09-07T02:59:00Z'],
])('a plan that is valid to %s is so to the last minute of that day', (endsAt, last) => {
  expect(parseManualPlan({ endsAt }, 1000, null, 0).endsAt).toBe(at(last));
});
