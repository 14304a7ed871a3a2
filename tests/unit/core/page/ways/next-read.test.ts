import { describe, expect, test } from 'vitest';
import { decideNextRead, type NextReadInput } from '../../../../../utils/core/page/ways/next-read.ts';
import { newPageReads, type PageReads } from '../../../../../utils/core/page/ways/page-reads.ts';
import { dayMs, hourMs, minuteMs } from '../../../../../utils/core/values/time.ts';
import { start } from '../../../support/builders.ts';

const light = newPageReads({ fetchBytes: 40_000, tabBytes: 1_800_000 });
const limits = { dailyBytes: 300_000, opensTabs: true, tabsPerDay: 1 } as const;
const withTabs = { limits };

function decide(reads: Partial<PageReads> = {}, given: Partial<NextReadInput> = {}) {
  return decideNextRead({
    reads: { ...light, ...reads },
    ...{ isKeptUpToDate: true, readAt: start, topUpAt: null, isNearlyEmpty: false },
    ...{ needsUserAction: false, isPressed: false, now: start },
    ...given,
  });
}

describe('a page is read on visits alone', () => {
  test.each<[string, Partial<PageReads>, Partial<NextReadInput>, string]>([
    ['where the user wants to press', {}, { isKeptUpToDate: false }, 'only-when-pressed'],
    ['where it may take nothing', { limits: { dailyBytes: 0, opensTabs: true, tabsPerDay: 1 } }, {}, 'no-budget'],
    ['where its document has no figure', { fetchBytes: null }, {}, 'drawn-by-script'],
    ['where one reading takes more than a day’s budget', { fetchBytes: 300_001 }, {}, 'too-heavy'],
    ['where nearly nothing is left', {}, { isNearlyEmpty: true }, 'nearly-empty'],
    ['where its site has turned readings away on three days', { rest: { until: 0, count: 3 } }, {}, 'turned-away'],
  ])('%s', (_, reads, given, reason) => {
    expect(decide(reads, { ...given, isPressed: true })).toEqual({ way: 'visit', at: null, reason });
  });
});

describe('a page is read by itself', () => {
  test('three hours after it was last read, however that was', () => {
    expect(decide({}, { now: start + hourMs })).toEqual({ way: 'fetch', at: start + 3 * hourMs, reason: 'pace' });
  });

  test('at once where its figure is older than that', () => {
    const now = start + 5 * hourMs;
    expect(decide({}, { now })).toEqual({ way: 'fetch', at: now, reason: 'pace' });
  });

  test('half an hour after the last reading by itself at the soonest', () => {
    const spent = [{ at: start, bytes: 40_000 }];
    const next = decide({ spent, paceMs: minuteMs }, { readAt: start - dayMs });
    expect(next).toEqual({ way: 'fetch', at: start + 30 * minuteMs, reason: 'gap' });
  });

  test('an hour after one that came to nothing, and a day after while it waits for the user', () => {
    const failed = { failedAt: start, spent: [{ at: start, bytes: 40_000 }], paceMs: minuteMs };
    expect(decide(failed)).toMatchObject({ at: start + hourMs, reason: 'failure' });
    expect(decide(failed, { needsUserAction: true })).toMatchObject({ at: start + dayMs, reason: 'failure' });
  });

  test('not before its site’s rest is over, not even when the user presses', () => {
    const rest = { until: start + dayMs, count: 1 };
    expect(decide({ rest })).toMatchObject({ at: start + dayMs, reason: 'rest' });
    expect(decide({ rest }, { isPressed: true })).toMatchObject({ at: start + dayMs, reason: 'rest' });
  });

  test('only once a day’s budget has room for it', () => {
    const spent = [0, 1, 2, 3, 4, 5, 6].map((hour) => ({ at: start + hour * hourMs, bytes: 40_000 }));
    const next = decide({ spent }, { readAt: start, now: start + 10 * hourMs });
    expect(next).toEqual({ way: 'fetch', at: start + dayMs, reason: 'budget' });
  });

  test('five minutes after the last one when the user presses, as far as the budget goes', () => {
    const spent = [{ at: start, bytes: 40_000 }];
    const pressed = { isPressed: true, now: start + minuteMs };
    expect(decide({ spent }, pressed)).toMatchObject({ way: 'fetch', at: start + 5 * minuteMs });
    expect(decide({ spent: [{ at: start, bytes: 290_000 }] }, pressed)).toMatchObject({ reason: 'budget' });
  });

  test('two, five, ten and twenty minutes after the top-up page was opened, though little is left', () => {
    const topUp = { topUpAt: start, isNearlyEmpty: true };
    const at = [0, 2, 5, 10, 20].map((minutes) => start + minutes * minuteMs);
    const next = at.slice(0, -1).map((lastAt) => {
      const spent = lastAt === start ? [] : [{ at: lastAt, bytes: 40_000 }];
      return decide({ spent }, { ...topUp, readAt: lastAt, now: lastAt });
    });
    expect(next.map((one) => one.at)).toEqual(at.slice(1));
    expect(next.every(({ reason }) => reason === 'top-up')).toBe(true);
  });
});

describe('a page that a script draws', () => {
  test('is opened in a tab once a day where the user allows it, with its size as the budget', () => {
    const reads = { ...withTabs, fetchBytes: null, spent: [{ at: start, bytes: 1_800_000 }] };
    expect(decide(reads, { now: start + hourMs })).toMatchObject({ way: 'tab', at: start + dayMs });
  });

  test.each([
    [2, 12],
    [4, 6],
  ] as const)('is opened %d times a day where the user wants that, every %d hours', (tabsPerDay, hours) => {
    const spent = [{ at: start, bytes: 1_800_000 }];
    const reads = { fetchBytes: null, limits: { ...limits, tabsPerDay }, spent };
    expect(decide(reads, { now: start + hourMs })).toMatchObject({ way: 'tab', at: start + hours * hourMs });
  });

  test('is opened as often though it has become a little smaller, and no oftener', () => {
    const spent = [0, 6, 12, 18].map((hour) => ({ at: start + hour * hourMs, bytes: 1_800_000 }));
    const reads = { fetchBytes: null, tabBytes: 1_799_000, limits: { ...limits, tabsPerDay: 4 as const } };
    const third = decide({ ...reads, spent: spent.slice(0, 3) }, { now: start + 17 * hourMs });
    expect(third).toMatchObject({ way: 'tab', at: start + 18 * hourMs });
    expect(decide({ ...reads, spent }, { now: start + 19 * hourMs })).toMatchObject({ at: start + dayMs });
  });

  test('is not opened because the user presses refresh: they can open it themselves', () => {
    const reads = { ...withTabs, fetchBytes: null, spent: [{ at: start, bytes: 1000 }] };
    expect(decide(reads, { isPressed: true })).toMatchObject({ way: 'tab', at: start + dayMs });
  });

  test('is not opened in a tab where its document alone has the figure and fits the budget', () => {
    expect(decide(withTabs)).toMatchObject({ way: 'fetch' });
    expect(decide({ ...withTabs, fetchBytes: 400_000 })).toMatchObject({ way: 'tab' });
  });
});

test('after the clock was set back nothing waits for times that were in the future', () => {
  const ahead = start + 300 * dayMs;
  const reads = { spent: [{ at: ahead, bytes: 40_000 }], failedAt: ahead, rest: { until: ahead, count: 1 } };
  expect(decide(reads).at).toBeLessThanOrEqual(start + dayMs);
});
