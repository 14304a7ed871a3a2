import { describe, expect, test } from 'vitest';
import { dayOf, noTraffic, roundedUp, trafficOf } from '../../../../utils/core/traffic/day-traffic.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';

const zone = 'Europe/Stockholm';
/** A minute to midnight there. */
const late = Date.UTC(2026, 10, 23, 22, 59);
const today = dayOf(late, zone);

test('a day adds up, whoever counted', () => {
  const counted = [{ day: today, bytes: 900 }, null, undefined, { day: today, bytes: 100 }, noTraffic];
  expect(trafficOf(today, counted)).toEqual({ day: today, bytes: 1000 });
});

test('a new day begins with nothing, at midnight of the wall', () => {
  const tomorrow = dayOf(late + minuteMs, zone);
  expect(dayOf(late - 22 * hourMs, zone)).toBe(today);
  expect(tomorrow).not.toBe(today);
  expect(trafficOf(tomorrow, [{ day: today, bytes: 900 }])).toEqual({ day: tomorrow, bytes: 0 });
});

test('a clock that is set back to the day before, or a zone where it is, begins that day with nothing', () => {
  const counted = [{ day: today, bytes: 900 }];
  expect(trafficOf(dayOf(late - 24 * hourMs, zone), counted).bytes).toBe(0);
  expect(trafficOf(dayOf(late, 'Asia/Shanghai'), counted).bytes).toBe(0);
  expect(trafficOf(dayOf(late, 'Europe/London'), counted).bytes).toBe(900);
});

test('the sum stays one that can be stored', () => {
  const huge = { day: today, bytes: Number.MAX_SAFE_INTEGER };
  expect(trafficOf(today, [huge, huge]).bytes).toBe(Number.MAX_SAFE_INTEGER);
});

describe('two digits tell it, never too little:', () => {
  test.each([
    [0, 0],
    [7, 7],
    [99, 99],
    [101, 110],
    [4_903, 5_000],
    [148_230, 150_000],
    [150_000, 150_000],
    [1_234_567, 1_300_000],
    [99_500_001, 100_000_000],
  ])('%i is %i', (bytes, rounded) => expect(roundedUp(bytes)).toBe(rounded));
});
