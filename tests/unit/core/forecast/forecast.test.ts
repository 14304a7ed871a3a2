import { describe, expect, test } from 'vitest';
import { type DataPool, forecastFor, forecastFrom } from '../../../../utils/core/forecast/forecast.ts';
import type { UsageInterval } from '../../../../utils/core/history/usage-samples.ts';
import { dayMs, hourMs, weekdayOf } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';

const GB = 1e9;

/** Hourly intervals of `days` days until `end`; `dayBytes`: the usage of a day, counted from 0. */
function hourly(days: number, dayBytes: (day: number) => number, end = start) {
  const since = end - days * dayMs;
  const intervals = Array.from({ length: days * 24 }, (_, hour): UsageInterval => {
    return [since + (hour + 1) * hourMs, Math.round(dayBytes(Math.floor(hour / 24)) / 24), 0];
  });
  return { since, intervals };
}

const left = (leftBytes: number, endsAt: number | null = null): DataPool => ({ leftBytes, endsAt });

function ready(input: Partial<Parameters<typeof forecastFrom>[0]>) {
  const at = input.measuredAt ?? start;
  const steady = hourly(28, () => GB, at);
  const forecast = forecastFrom({ pools: [left(5 * GB)], ...steady, measuredAt: at, now: at, zone: 'UTC', ...input });
  if (forecast.kind !== 'ready') throw new Error(forecast.kind);
  return forecast;
}

const daysAfter = (at: number | null, from = start) => ((at ?? Number.NaN) - from) / dayMs;

describe('a forecast', () => {
  test('of steady use is what is left by the day’s use, give or take', () => {
    const { perDayBytes, runOut, endsFirst, spareBytes } = ready({});
    expect(perDayBytes / GB).toBeCloseTo(1, 2);
    expect(daysAfter(runOut.likely)).toBeCloseTo(5, 0);
    expect(daysAfter(runOut.early)).toBeGreaterThan(3);
    expect(daysAfter(runOut.early)).toBeLessThan(5);
    expect(daysAfter(runOut.late)).toBeGreaterThan(5);
    expect(daysAfter(runOut.late)).toBeLessThan(8);
    expect(endsFirst).toBe('data');
    expect(spareBytes).toEqual({ low: 0, likely: 0, high: 0 });
  });

  test('is silent until three days were watched, where nothing is known of the plan', () => {
    const since = start - 2 * dayMs;
    const intervals: UsageInterval[] = [[start, GB, GB]];
    const input = { pools: [left(GB)], intervals, now: start, zone: 'UTC' };
    expect(forecastFrom({ ...input, since, measuredAt: start })).toEqual({ kind: 'insufficient-data' });
    expect(forecastFrom({ ...input, since, measuredAt: start + dayMs }).kind).toBe('ready');
  });

  test('of no use at all has no run-out, and all that ends is spare', () => {
    const pools = [left(2 * GB, start + 5 * dayMs), left(GB, start + 9 * dayMs)];
    const spare = { low: 3 * GB, likely: 3 * GB, high: 3 * GB };
    const never = { early: null, likely: null, late: null };
    const idle = { since: start - 10 * dayMs, intervals: [] };
    expect(ready({ ...idle, pools })).toMatchObject({
      perDayBytes: 0,
      runOut: never,
      endsAt: start + 9 * dayMs,
      endsFirst: 'validity',
      spareBytes: spare,
      shortBytes: { low: 0, likely: 0, high: 0 },
    });
    expect(ready({ ...idle, pools: [left(GB)] })).toMatchObject({ runOut: never, endsAt: null, endsFirst: 'either' });
  });

  test('knows that nothing was used from the last stretch until it was measured', () => {
    const { since, intervals } = hourly(10, () => GB);
    const later = ready({ since, intervals, measuredAt: start + 5 * dayMs });
    expect(later.perDayBytes).toBeLessThan(0.8 * GB);
  });

  test('says which ends first, the data or its validity, or that either may', () => {
    const endingIn = (days: number) => ready({ pools: [left(5 * GB, start + days * dayMs)] });
    expect(endingIn(20).endsFirst).toBe('data');
    expect(endingIn(2)).toMatchObject({ endsFirst: 'validity', runOut: { early: null, likely: null, late: null } });
    expect(endingIn(5.2).endsFirst).toBe('either');
  });

  test('says how much will lapse, or how much more is needed', () => {
    const endsSoon = ready({ pools: [left(5 * GB, start + 2 * dayMs)] });
    expect(endsSoon.spareBytes.likely / GB).toBeCloseTo(3, 0);
    expect(endsSoon.shortBytes).toEqual({ low: 0, likely: 0, high: 0 });
    const endsLate = ready({ pools: [left(5 * GB, start + 20 * dayMs)] });
    expect(endsLate.shortBytes.likely / GB).toBeCloseTo(15, 0);
    expect(endsLate.spareBytes.high).toBe(0);
  });

  test('uses first what ends first, and counts what lapses of it', () => {
    const pools = [left(10 * GB, start + 30 * dayMs), left(9 * GB, start + 4 * dayMs)];
    const { runOut, spareBytes, endsAt } = ready({ pools });
    expect(endsAt).toBe(start + 30 * dayMs);
    expect(spareBytes.likely / GB).toBeCloseTo(5, 0);
    expect(daysAfter(runOut.likely)).toBeCloseTo(14, 0);
  });

  test('is the same across a top-up, for use is net of it', () => {
    const { since, intervals } = hourly(28, () => GB);
    const toppedUp = intervals.map(([to, used], hour): UsageInterval => [to, used, hour < 300 ? GB : 50 * GB]);
    expect(ready({ intervals: toppedUp, since })).toEqual(ready({ intervals, since }));
  });

  test('follows the weekdays: use on Sundays alone runs out on a Sunday', () => {
    const monday = Date.UTC(2026, 10, 23);
    const sundays = hourly(42, (day) => (day % 7 === 6 ? 7 * GB : 0), monday);
    const { runOut, perDayBytes } = ready({ ...sundays, pools: [left(10 * GB)], measuredAt: monday });
    expect(perDayBytes / GB).toBeCloseTo(1, 0);
    expect(weekdayOf(runOut.likely ?? 0, 'UTC')).toBe(0);
  });

  test('follows a change of pace within two weeks', () => {
    const { since, intervals } = hourly(42, (day) => (day < 28 ? GB : 3 * GB));
    expect(ready({ since, intervals }).perDayBytes).toBeGreaterThan(2 * GB);
  });

  test('is not led away by one single download', () => {
    const { since, intervals } = hourly(42, (day) => (day === 30 ? 200 * GB : GB));
    expect(ready({ since, intervals }).perDayBytes).toBeLessThan(3 * GB);
  });

  test('is surer of even use than of the same amount in bursts', () => {
    const width = ({ runOut }: ReturnType<typeof ready>) => daysAfter(runOut.late) - daysAfter(runOut.early);
    const bursts = hourly(28, (day) => (day % 5 === 2 || day % 11 === 4 ? 3.5 * GB : 0));
    expect(width(ready(bursts))).toBeGreaterThan(2 * width(ready({})));
  });

  test('counts what was used while the computer was off for days', () => {
    const { since, intervals } = hourly(28, () => GB);
    const asleep: UsageInterval[] = [
      ...intervals.slice(0, 300),
      [since + 420 * hourMs, 5 * GB, 0],
      ...intervals.slice(420),
    ];
    expect(ready({ since, intervals: asleep }).perDayBytes / GB).toBeCloseTo(1, 1);
  });

  test.each([
    ['the clocks go forward', 'Europe/Stockholm', Date.UTC(2026, 2, 27, 12)],
    ['the clocks go back', 'Europe/Stockholm', Date.UTC(2026, 9, 23, 12)],
    ['a leap day comes', 'Asia/Kathmandu', Date.UTC(2028, 1, 27, 12)],
    ['February ends', 'UTC', Date.UTC(2027, 1, 26, 12)],
    ['a day is left out', 'Pacific/Apia', Date.UTC(2011, 11, 28, 12)],
  ])('of steady use is the same when %s', (_, zone, at) => {
    const { likely } = ready({ measuredAt: at, now: at, zone }).runOut;
    const { likely: usual } = ready({}).runOut;
    expect(Math.abs((likely ?? 0) - at - ((usual ?? 0) - start))).toBeLessThanOrEqual(hourMs);
  });

  test('8.4 does not change by time alone, so that what it says can be past', () => {
    const pools = [left(1000)];
    const { runOut } = ready({ pools, now: start + 3 * hourMs });
    expect(runOut).toEqual(ready({ pools, now: start }).runOut);
    expect(runOut.early).toBeLessThan(start + 3 * hourMs);
  });
});

describe('the forecast of a card', () => {
  const samples = { ...hourly(28, () => GB), modules: [] };

  test('takes what its counting modules have left, until each ends', () => {
    const modules = [makeModule(known(GB)), makeModule({ id: 'b', ...known(2 * GB), expiresAt: start + 9 * dayMs })];
    const ends = [start + 20 * dayMs, start + 9 * dayMs];
    const pools = [left(GB, ends[0]), left(2 * GB, ends[1])];
    const expected = forecastFrom({ pools, ...samples, measuredAt: start, now: start, zone: 'UTC' });
    expect(expected.kind).toBe('ready');
    expect(forecastFor(makeCard(modules), samples, start, 'UTC')).toEqual(expected);
  });

  test('is a first estimate by its plan’s average until it was watched for three days, and by what was watched then', () => {
    const card = makeCard([makeModule(known(2 * GB, 3 * GB))]);
    const at = (watchedDays: number) => forecastFor(card, { ...hourly(watchedDays, () => GB), modules: [] }, start);
    const first = { kind: 'first-estimate', perDayBytes: 0.1 * GB, endsAt: start + 20 * dayMs };
    expect(forecastFor(card, null, start)).toMatchObject(first);
    expect(at(1)).toMatchObject(first);
    expect(at(3)).toMatchObject({ kind: 'ready' });
  });

  test('is none yet, without any history, where its plan tells no beginning', () => {
    const plan = makePlan([makeModule()], { startsAt: null });
    expect(forecastFor(makeCard([], { plans: [plan] }), null, start)).toEqual({ kind: 'insufficient-data' });
  });

  test.each([
    ['the card is not active', makeCard([makeModule()], { state: 'suspended' })],
    ['it is unlimited', makeCard([makeModule(), makeModule({ balance: { kind: 'unlimited' } })])],
    ['the balance is not told', makeCard([makeModule({ balance: { kind: 'unknown' } })])],
    ['nothing is left', makeCard([makeModule(known(0))])],
    ['it has ended', makeCard([], { plans: [makePlan([makeModule()], { expiresAt: start - dayMs })] })],
  ])('is none where %s', (_, card) => {
    expect(forecastFor(card, samples, start, 'UTC')).toEqual({ kind: 'none' });
  });
});
