import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextConditionAt } from '../../../../utils/core/alerts/alert-conditions.ts';
import { type AlertState, initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import type { AlertInput } from '../../../../utils/core/alerts/decide-alert.ts';
import type { AutoRenew, Card, Plan } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';
import { notify, rules, runningOut } from './alert-setup.ts';

const chargeAt = start + 10 * dayMs;
const key = `charge:${chargeAt}`;
const chargeRules = { rules: { ...rules, charge: true } };
const at = (now: number, overrides: Partial<AlertInput> = {}) => ({ ...chargeRules, now, ourNow: now, ...overrides });

const renewing = (nextChargeAt: number | null, overrides: Partial<AutoRenew> = {}): AutoRenew => ({
  isEnabled: true,
  nextChargeAt,
  cost: null,
  ...overrides,
});
const cardOf = (...plans: Partial<Plan>[]): Card =>
  makeCard([], { plans: plans.map((plan) => makePlan([makeModule(known(2e9))], plan)) });
const charged = (nextChargeAt: number) => cardOf({ autoRenew: renewing(nextChargeAt) });

describe('an alert of a charge', () => {
  test('comes once, from a day before it', () => {
    const card = charged(chargeAt);
    expect(notify(card, initialAlertState, at(chargeAt - dayMs - 1)).key).toBeNull();
    const result = notify(card, initialAlertState, at(chargeAt - dayMs));
    expect(result.key).toBe(key);
    for (const later of [dayMs - 1, 12 * hourMs, 1])
      expect(notify(card, result.state, at(chargeAt - later)).key).toBeNull();
    expect(notify(card, initialAlertState, at(chargeAt - 1)).key).toBe(key);
    expect(notify(card, initialAlertState, at(chargeAt)).key).toBeNull();
  });

  test.each<[string, Partial<Plan>]>([
    ['that is turned off', { autoRenew: renewing(chargeAt, { isEnabled: false }) }],
    ['whose time is not told', { autoRenew: renewing(null) }],
    ['the seller says nothing of', { autoRenew: null }],
    ['of a plan that is over', { autoRenew: renewing(chargeAt), state: 'expired' }],
  ])('%s never comes', (_, plan) => {
    expect(notify(cardOf(plan), initialAlertState, at(chargeAt - hourMs)).key).toBeNull();
    expect(
      nextConditionAt({ card: cardOf({ ...plan, expiresAt: null }), rules: chargeRules.rules, now: start }),
    ).toBeNull();
  });

  test('does not come where it is not wanted', () => {
    expect(notify(charged(chargeAt), initialAlertState, at(chargeAt - hourMs, { rules })).key).toBeNull();
  });

  test('comes of an empty card, of a plan that waits, and after the plan’s end', () => {
    const empty = makeCard([], { plans: [makePlan([makeModule(known(0))], { autoRenew: renewing(chargeAt) })] });
    expect(notify(empty, { ...initialAlertState, sent: ['0'] }, at(chargeAt - hourMs)).keys).toEqual([key]);
    expect(notify(empty, initialAlertState, at(chargeAt - hourMs)).keys).toEqual(['0', key]);
    const waits: Partial<Plan> = { state: 'queued', startsAt: chargeAt, expiresAt: chargeAt + dayMs };
    expect(notify(cardOf({ ...waits, autoRenew: renewing(chargeAt) }), initialAlertState, at(chargeAt - 1)).key).toBe(
      key,
    );
    const over = { expiresAt: chargeAt - 2 * hourMs, autoRenew: renewing(chargeAt) };
    expect(notify(cardOf(over), initialAlertState, at(chargeAt - hourMs)).key).toBe(key);
  });

  test('comes again of a charge moved by more than an hour, not of one a little off', () => {
    const { state } = notify(charged(chargeAt), initialAlertState, at(chargeAt - 20 * hourMs));
    const slightlyMoved = notify(charged(chargeAt + hourMs), state, at(chargeAt - 19 * hourMs));
    expect(slightlyMoved.key).toBeNull();
    expect(slightlyMoved.state.sent).toEqual([key]);
    expect(notify(charged(chargeAt - hourMs), slightlyMoved.state, at(chargeAt - 18 * hourMs)).key).toBeNull();
    const moved = notify(charged(chargeAt + hourMs + 1), slightlyMoved.state, at(chargeAt - 17 * hourMs));
    expect(moved.key).toBe(`charge:${chargeAt + hourMs + 1}`);
  });

  test('comes again of the next charge, and the one gone by is forgotten', () => {
    let state: AlertState = initialAlertState;
    for (const index of [0, 1, 2, 3]) {
      const next = chargeAt + index * 30 * dayMs;
      const result = notify(charged(next), state, at(next - dayMs));
      expect(result.keys).toEqual([`charge:${next}`]);
      expect(result.state.sent).toEqual([`charge:${next}`]);
      state = result.state;
    }
  });

  test('is not repeated after a clock that went on too far came back', () => {
    const card = charged(chargeAt);
    const { state } = notify(card, initialAlertState, at(chargeAt - hourMs));
    const ahead = notify(card, state, at(chargeAt + 3 * dayMs));
    expect(notify(card, ahead.state, at(chargeAt - hourMs)).key).toBeNull();
  });

  test('is one with that of another plan charged within the hour, and with other topics', () => {
    const two = cardOf({ autoRenew: renewing(chargeAt) }, { autoRenew: renewing(chargeAt + hourMs) });
    const result = notify(two, initialAlertState, at(chargeAt - hourMs));
    expect(result.keys).toEqual([key]);
    expect(notify(two, result.state, at(chargeAt + minuteMs)).key).toBeNull();
    const apart = cardOf({ autoRenew: renewing(chargeAt + 2 * hourMs) }, { autoRenew: renewing(chargeAt) });
    expect(notify(apart, initialAlertState, at(chargeAt - hourMs)).keys).toEqual([
      key,
      `charge:${chargeAt + 2 * hourMs}`,
    ]);
    const low = makeCard([], {
      plans: [makePlan([makeModule(known(0.5e9))], { expiresAt: chargeAt, autoRenew: renewing(chargeAt) })],
    });
    const all = { rules: { ...rules, leadHours: [24], risk: true, charge: true } };
    const forecast = runningOut(start + 2 * dayMs, chargeAt);
    const together = notify(low, initialAlertState, at(chargeAt - dayMs, { ...all, forecast }));
    expect(together.keys).toEqual(['20%', 'risk', '24h', key]);
    expect(notify(low, together.state, at(chargeAt - hourMs, { ...all, forecast })).key).toBeNull();
  });

  test('is held in quiet hours and by a snooze, and comes after them', () => {
    const card = charged(chargeAt);
    const deferred = notify(card, initialAlertState, at(chargeAt - dayMs, { isQuiet: true, exceptEmpty: true }));
    expect(deferred.key).toBeNull();
    expect(notify(card, deferred.state, at(chargeAt - 14 * hourMs)).key).toBe(key);
    const snoozed = { ...initialAlertState, snooze: { until: chargeAt - hourMs, endsAt: null } };
    const whileSnoozed = notify(card, snoozed, at(chargeAt - dayMs));
    expect(whileSnoozed.key).toBeNull();
    expect(notify(card, whileSnoozed.state, at(chargeAt - hourMs)).key).toBe(key);
  });

  test('is not armed again by a top-up', () => {
    const result = notify(charged(chargeAt), initialAlertState, at(chargeAt - dayMs));
    const more = makeCard([], {
      plans: [makePlan([makeModule(known(9e9, 9e9))], { autoRenew: renewing(chargeAt) })],
    });
    expect(notify(more, result.state, at(chargeAt - hourMs)).key).toBeNull();
  });

  test('has its moment known beforehand, also where no end is known', () => {
    const card = cardOf({ expiresAt: null, autoRenew: renewing(chargeAt) });
    expect(nextConditionAt({ card, rules: chargeRules.rules, now: start })).toBe(chargeAt - dayMs);
    expect(nextConditionAt({ card, rules: chargeRules.rules, now: chargeAt - dayMs })).toBeNull();
    expect(nextConditionAt({ card, rules, now: start })).toBeNull();
    const both = { ...chargeRules.rules, leadHours: [72] };
    const ending = cardOf({ expiresAt: chargeAt, autoRenew: renewing(chargeAt) });
    expect(nextConditionAt({ card: ending, rules: both, now: start })).toBe(chargeAt - 72 * hourMs);
    expect(nextConditionAt({ card: ending, rules: both, now: chargeAt - 72 * hourMs })).toBe(chargeAt - dayMs);
  });
});

test('every charge is said exactly once through readings, quiet hours, restarts, crashes, times a little off', () => {
  const step = fc.record({
    hours: fc.integer({ min: 0, max: 30 }),
    offMs: fc.integer({ min: -30 * minuteMs, max: 30 * minuteMs }),
    percent: fc.integer({ min: 1, max: 60 }),
    isQuiet: fc.boolean(),
    crashes: fc.boolean(),
  });
  const periodMs = 7 * dayMs;
  // An alert has the id of its most serious condition: the others in it may be repeated after a crash.
  const withoutThresholds = { ...chargeRules.rules, thresholds: [] };
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), fc.boolean(), (steps, canCrash) => {
      let state = initialAlertState;
      let now = start;
      const shown = new Map<string, number>();
      for (const { hours, offMs, percent, isQuiet, crashes } of steps) {
        now += hours * hourMs;
        const index = Math.floor((now - start) / periodMs) + 1;
        const next = start + index * periodMs + (canCrash ? 0 : offMs);
        const plan = { expiresAt: null, autoRenew: renewing(next) };
        const card = makeCard([], { plans: [makePlan([makeModule(known(percent * 3e7))], plan)], measuredAt: now });
        const result = notify(card, state, at(now, { ...(canCrash ? { rules: withoutThresholds } : {}), isQuiet }));
        if (result.id !== null && result.keys.some((sentKey) => sentKey.startsWith('charge:')))
          shown.set(result.id, index);
        if (next > now && next - now <= dayMs && !isQuiet) expect([...shown.values()]).toContain(index);
        if (!canCrash || !crashes) state = result.state;
        expect(state.sent.filter((sentKey) => sentKey.startsWith('charge:')).length).toBeLessThanOrEqual(2);
      }
      expect(new Set(shown.values()).size).toBe(shown.size);
    }),
    { numRuns: 300 },
  );
});
