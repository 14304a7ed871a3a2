import { describe, expect, test } from 'vitest';
import { activeConditions } from '../../../../utils/core/alerts/alert-conditions.ts';
import { type AlertState, initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import { dailyBudget } from '../../../../utils/core/alerts/daily-budget.ts';
import { decideAlert } from '../../../../utils/core/alerts/decide-alert.ts';
import { forecastFor } from '../../../../utils/core/forecast/forecast.ts';
import type { UsageInterval, UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan } from '../../support/builders.ts';

const zone = 'UTC';
const midnight = Date.UTC(2026, 10, 23);
const now = midnight + 12 * hourMs;
const rules = { ...defaultSettings, thresholds: [], leadHours: [], risk: false, lapse: false, dailyBudget: true };

/** Ten days left from midnight on, watched for five days before, with so much used today. */
function setUp(usedToday: number, { leftBytes = 1e9 - usedToday, since = midnight - 5 * dayMs } = {}) {
  const card = makeCard([makeModule(known(leftBytes))], { measuredAt: now });
  const plans = [makePlan(card.plans[0]?.modules ?? [], { expiresAt: midnight + 10 * dayMs })];
  const before = Array.from({ length: 5 }, (_, day): UsageInterval => [midnight - (4 - day) * dayMs, 90e6, 1e9]);
  const intervals: UsageInterval[] = [...before.filter(([to]) => to > since), [now, usedToday, leftBytes]];
  const samples: UsageSamples = { since, intervals, modules: [] };
  const ended = { ...card, plans };
  const forecast = forecastFor(ended, samples, now, zone);
  return { card: ended, samples, forecast, isOutdated: false, now, zone };
}

const alertsFor = (input: ReturnType<typeof setUp>, saved: AlertState = initialAlertState) => {
  const { card, forecast } = input;
  const budget = dailyBudget(input);
  const decided = { card, rules, byteUnit: 1000 as const, forecast, budget, now: input.now, saved };
  return decideAlert({ ...decided, ourNow: input.now, isQuiet: false, exceptEmpty: false });
};
const kinds = (input: ReturnType<typeof setUp>) => alertsFor(input).conditions.map(({ kind }) => kind);

test('what a day may take is what was left at its beginning, shared among the days until the end', () => {
  expect(dailyBudget(setUp(60e6))).toEqual({ budgetBytes: 100e6, usedBytes: 60e6, dayEndsAt: midnight + dayMs });
});

test('an alert comes once that is used, and not before', () => {
  expect(kinds(setUp(99e6))).toEqual([]);
  expect(kinds(setUp(100e6))).toEqual(['budget']);
});

test('it comes once a day', () => {
  const first = alertsFor(setUp(100e6));
  expect(alertsFor(setUp(150e6), first.stateIfSent).conditions).toEqual([]);
  const tomorrow = { ...setUp(100e6), now: now + dayMs };
  const used: UsageInterval = [now + dayMs, 300e6, 600e6];
  const samples = { ...tomorrow.samples, intervals: [...tomorrow.samples.intervals, used] };
  expect(alertsFor({ ...tomorrow, samples }, first.stateIfSent).conditions.map(({ kind }) => kind)).toEqual(['budget']);
});

test('it is off until the user wants it', () => {
  const input = setUp(500e6);
  const { card, forecast } = input;
  const off = { ...rules, dailyBudget: defaultSettings.dailyBudget };
  const budget = dailyBudget(input);
  expect(activeConditions({ card, rules: off, byteUnit: 1000, forecast, budget, now })).toEqual([]);
});

test('data that is used up altogether is told as that alone', () => {
  const input = setUp(1e9);
  const budget = { budgetBytes: 100e6, usedBytes: 1e9, dayEndsAt: midnight + dayMs };
  const all = { ...rules, thresholds: [0] };
  const conditions = activeConditions({ ...input, rules: all, byteUnit: 1000, budget, now });
  expect(conditions.map(({ kind }) => kind)).toEqual(['empty']);
});

describe('no budget is known', () => {
  const full = setUp(100e6);

  test.each([
    ['by figures that are old', { ...full, isOutdated: true }],
    ['by a first estimate', { ...full, forecast: { ...full.forecast, kind: 'first-estimate' as const } as never }],
    ['without a history', { ...full, samples: null }],
    [
      'of a day that was not watched from its beginning',
      { ...full, samples: { ...full.samples, since: midnight + 1 } },
    ],
    ['on the last day', { ...full, now: midnight + 9.5 * dayMs }],
    [
      'where an interval is so long that nobody knows what of it was today',
      {
        ...full,
        samples: { since: midnight - 5 * dayMs, intervals: [[now, 900e6, 1e8] as UsageInterval], modules: [] },
      },
    ],
    [
      'for parts that end at different times',
      {
        ...full,
        card: makeCard([makeModule({ id: 'a', expiresAt: midnight + 2 * dayMs }), makeModule({ id: 'b' })], {
          measuredAt: now,
        }),
      },
    ],
  ])('%s', (_what, input) => {
    expect(dailyBudget(input)).toBeNull();
  });
});
