import { expect, test } from 'vitest';
import { hasIncreased, takeBaseline } from '../../../../utils/core/orders/credit-evidence.ts';
import type { RefreshPeriod } from '../../../../utils/core/usage/card.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';
import { monthly, readManualPlan } from '../manual/manual-setup.ts';

/** A card with these plans of 3 GB each: how many days ago it began, and what is left of it. */
const cardOf = (refreshPeriod: RefreshPeriod, ...plans: [daysAgo: number, leftBytes: number][]) =>
  makeCard([], {
    plans: plans.map(([daysAgo, leftBytes]) =>
      makePlan([makeModule({ ...known(leftBytes), refreshPeriod, expiresAt: start + dayMs })], {
        ...{ startsAt: start - daysAgo * dayMs, expiresAt: null },
      }),
    ),
  });
const isCreditSeen = (before: ReturnType<typeof cardOf>, after: ReturnType<typeof cardOf>) =>
  hasIncreased(takeBaseline(before, start), after, start);

test.each(['daily', 'weekly', 'monthly'] as const)(
  'a new period of a %s plan is no new plan, however full',
  (period) => {
    expect(isCreditSeen(cardOf(period, [30, 1e6]), cardOf(period, [0, 3e9]))).toBe(false);
    expect(isCreditSeen(cardOf('none', [30, 1e6]), cardOf('none', [0, 1e6]))).toBe(true);
  },
);

test('such a plan beside one like it is a new one', () => {
  expect(isCreditSeen(cardOf('monthly', [30, 1e6]), cardOf('monthly', [30, 1e6], [0, 3e9]))).toBe(true);
  expect(isCreditSeen(cardOf('monthly', [30, 1e6], [0, 3e9]), cardOf('monthly', [0, 3e9]))).toBe(false);
});

test('a month that was entered by hand begins anew without a purchase', () => {
  const manualPlan = monthly(10);
  const monthStart = Date.UTC(2026, 11, 10);
  const before = takeBaseline(readManualPlan(manualPlan, monthStart - 1).card, monthStart - 1);
  expect(hasIncreased(before, readManualPlan(manualPlan, monthStart).card, monthStart)).toBe(false);
});
