import { describe, expect, test } from 'vitest';
import { historySincePlanBegan, planUseOf } from '../../../../utils/core/forecast/plan-use.ts';
import type { Module, Plan } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';

const GB = 1e9;

const useOf = (...plans: [Partial<Module>, Partial<Plan>?][]) => {
  const card = makeCard([], { plans: plans.map(([module, plan]) => makePlan([makeModule(module)], plan)) });
  return planUseOf(card, start, 'UTC');
};

describe('what a plan tells of its use', () => {
  test('is what is gone of its quota since it began', () => {
    expect(useOf([known(1.24 * GB)])).toEqual({
      startsAt: start - 10 * dayMs,
      quotaBytes: 3 * GB,
      usedBytes: 1.76 * GB,
    });
  });

  test('is counted over all parts since the first began', () => {
    const later = { startsAt: start - dayMs, expiresAt: start + 29 * dayMs };
    expect(useOf([known(GB)], [known(5 * GB, 5 * GB), later])).toEqual({
      startsAt: start - 10 * dayMs,
      quotaBytes: 8 * GB,
      usedBytes: 2 * GB,
    });
  });

  test('is of the present period where data comes anew in each', () => {
    const old = { startsAt: start - 100 * dayMs, expiresAt: start + 100 * dayMs };
    const weekly = { ...known(2 * GB), refreshPeriod: 'weekly', expiresAt: start + 3 * dayMs } as const;
    expect(useOf([weekly, old])).toMatchObject({ startsAt: start - 4 * dayMs, usedBytes: GB });
    const monthly = { ...weekly, refreshPeriod: 'monthly', expiresAt: Date.UTC(2026, 11, 1) } as const;
    expect(useOf([monthly, old])?.startsAt).toBe(Date.UTC(2026, 10, 1));
    const daily = { ...weekly, refreshPeriod: 'daily', expiresAt: start + 5 * hourMs } as const;
    expect(useOf([daily, old])?.startsAt).toBe(start - 19 * hourMs);
  });

  test.each<[string, [Partial<Module>, Partial<Plan>?][]]>([
    ['its beginning is not known', [[known(GB), { startsAt: null }]]],
    ['that of one part is not', [[known(GB)], [known(GB), { startsAt: null }]]],
    ['more is left than its quota, as after a roll-over', [[known(4 * GB, 3 * GB)]]],
    ['a part has no figure', [[known(GB)], [{ balance: { kind: 'unknown' } }]]],
    ['of several parts one comes anew', [[known(GB)], [{ ...known(GB), refreshPeriod: 'daily' }]]],
    ['nothing has begun', [[known(GB), { state: 'queued' }]]],
  ])('is nothing certain where %s', (_, plans) => {
    expect(useOf(...plans)).toBeNull();
  });
});

describe('the history since a plan began', () => {
  const plan = { startsAt: start - 4 * dayMs, quotaBytes: 3 * GB, usedBytes: GB };
  const totalOf = (history: ReturnType<typeof historySincePlanBegan>) =>
    history?.intervals.reduce((sum, [, used]) => sum + used, 0);

  test('holds what was used before the card was watched as one interval', () => {
    const history = historySincePlanBegan(
      plan,
      { since: start - dayMs, intervals: [[start - hourMs, 0.2 * GB, 0]] },
      start,
    );
    expect(history).toEqual({
      since: start - 4 * dayMs,
      intervals: [
        [start - dayMs, 0.8 * GB, 0],
        [start - hourMs, 0.2 * GB, 0],
      ],
    });
  });

  test('leaves out what was watched before the plan began', () => {
    const history = historySincePlanBegan(
      { ...plan, startsAt: start - dayMs },
      {
        since: start - 2 * dayMs,
        intervals: [
          [start - 1.5 * dayMs, 5 * GB, 0],
          [start - 0.5 * dayMs, 0.7 * GB, 0],
          [start, 0.6 * GB, 0],
        ],
      },
      start,
    );
    expect(history?.since).toBe(start - dayMs);
    expect(history?.intervals.map(([to]) => to)).toEqual([start - 0.5 * dayMs, start]);
    expect(totalOf(history)).toBe(GB);
  });

  test('is the average alone where nothing was watched', () => {
    const history = historySincePlanBegan(plan, { since: start, intervals: [] }, start);
    expect(history?.intervals).toEqual([[start, GB, 0]]);
  });

  test('is none before six hours, or with less than 2 % used', () => {
    const nothing = { since: start, intervals: [] };
    expect(historySincePlanBegan({ ...plan, startsAt: start - 6 * hourMs + 1 }, nothing, start)).toBeNull();
    expect(historySincePlanBegan({ ...plan, usedBytes: 0.06 * GB - 1 }, nothing, start)).toBeNull();
    expect(
      historySincePlanBegan({ ...plan, startsAt: start - 6 * hourMs, usedBytes: 0.06 * GB }, nothing, start),
    ).not.toBeNull();
  });
});
