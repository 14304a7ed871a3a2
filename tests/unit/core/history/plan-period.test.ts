import { describe, expect, test } from 'vitest';
import { countDays, planPeriodStart } from '../../../../utils/core/history/plan-period.ts';
import type { Module, Plan } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { makeCard, makeModule, makePlan } from '../../support/builders.ts';

const zone = 'Europe/Stockholm';
/** 14:00 on 23 November in Stockholm. */
const now = Date.UTC(2026, 10, 23, 13);

describe('the present plan began', () => {
  const startOf = (plan: Partial<Plan>, module: Partial<Module> = {}) => {
    const plans = [makePlan([makeModule(module)], plan)];
    return planPeriodStart(makeCard([], { plans, measuredAt: now - hourMs }), now, zone);
  };
  const startsAt = now - 19 * dayMs;
  const expiresAt = now + 11 * dayMs;

  test('when the seller says so', () => {
    expect(startOf({ startsAt, expiresAt })).toBe(startsAt);
    expect(startOf({ startsAt, expiresAt: null })).toBe(startsAt);
  });

  test('at a time that is not known where the seller does not say', () => {
    expect(startOf({ startsAt: null, expiresAt })).toBeNull();
  });

  test('a week before its week ends, or with the plan if that was later', () => {
    const week = { refreshPeriod: 'weekly' as const, expiresAt: now + 2 * dayMs };
    expect(startOf({ startsAt, expiresAt: null }, week)).toBe(now - 5 * dayMs);
    expect(startOf({ startsAt: null, expiresAt: null }, week)).toBe(now - 5 * dayMs);
    expect(startOf({ startsAt: now - dayMs, expiresAt: null }, week)).toBe(now - dayMs);
  });

  test.each([
    ['at midnight', Date.UTC(2026, 11, 9, 23), Date.UTC(2026, 10, 9, 23)],
    ['in the afternoon', Date.UTC(2026, 11, 10, 14), Date.UTC(2026, 10, 9, 23)],
    ['on a day the last month had not', Date.UTC(2026, 11, 30, 23), Date.UTC(2026, 10, 29, 23)],
  ])('a calendar month before its month ends %s', (_, endsAt, began) => {
    const month = { refreshPeriod: 'monthly' as const, expiresAt: endsAt };
    const later = Math.max(now, began + hourMs);
    const plans = [makePlan([makeModule(month)], { startsAt: null, expiresAt: null })];
    expect(planPeriodStart(makeCard([], { plans, measuredAt: later - hourMs }), later, zone)).toBe(began);
  });

  test('with the plan where its data comes anew each day: one day would be one bar', () => {
    const day = { refreshPeriod: 'daily' as const, expiresAt: now + 3 * hourMs };
    expect(startOf({ startsAt, expiresAt }, day)).toBe(startsAt);
  });

  test('never in the future', () => {
    expect(startOf({ startsAt: now + dayMs, expiresAt: now + 2 * dayMs })).toBeNull();
    expect(planPeriodStart(makeCard([], { plans: [] }), now, zone)).toBeNull();
  });
});

test.each([
  ['one day to itself', now - hourMs, 1],
  ['the evening before', now - 15 * hourMs, 2],
  ['over the change of clocks', Date.UTC(2026, 9, 24, 22), 30],
])('%s is counted in calendar days', (_, from, count) => {
  expect(countDays(from, now, 365, zone)).toBe(count);
});

test('no more days are counted than asked for', () => {
  expect(countDays(now - 900 * dayMs, now, 365, zone)).toBe(365);
});
