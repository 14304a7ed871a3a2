import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextConditionAt } from '../../../../utils/core/alerts/alert-conditions.ts';
import { type AlertState, initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import type { AlertInput } from '../../../../utils/core/alerts/decide-alert.ts';
import type { AutoRenew, Card, Plan } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';
import { rules, runningOut, say } from './alert-setup.ts';

const chargeAt = start + 10 * dayMs;
const key = `charge:${chargeAt}`;
const on = { rules: { ...rules, charge: true } };
const at = (now: number, some: Partial<AlertInput> = {}) => ({ ...on, now, ourNow: now, ...some });

const renewing = (nextChargeAt: number | null, some: Partial<AutoRenew> = {}): AutoRenew => ({
  isEnabled: true,
  nextChargeAt,
  cost: null,
  ...some,
});
const cardOf = (...plans: Partial<Plan>[]): Card =>
  makeCard([], { plans: plans.map((plan) => makePlan([makeModule(known(2e9))], plan)) });
const charged = (nextChargeAt: number) => cardOf({ autoRenew: renewing(nextChargeAt) });

describe('an alert of a charge', () => {
  test('comes once, from a day before it', () => {
    const card = charged(chargeAt);
    expect(say(card, initialAlertState, at(chargeAt - dayMs - 1)).key).toBeNull();
    const told = say(card, initialAlertState, at(chargeAt - dayMs));
    expect(told.key).toBe(key);
    for (const later of [dayMs - 1, 12 * hourMs, 1]) expect(say(card, told.state, at(chargeAt - later)).key).toBeNull();
    expect(say(card, initialAlertState, at(chargeAt - 1)).key).toBe(key);
    expect(say(card, initialAlertState, at(chargeAt)).key).toBeNull();
  });

  test.each<[string, Partial<Plan>]>([
    ['that is turned off', { autoRenew: renewing(chargeAt, { isEnabled: false }) }],
    ['whose time is not told', { autoRenew: renewing(null) }],
    ['the seller says nothing of', { autoRenew: null }],
    ['of a plan that is over', { autoRenew: renewing(chargeAt), state: 'expired' }],
  ])('%s never comes', (_, plan) => {
    expect(say(cardOf(plan), initialAlertState, at(chargeAt - hourMs)).key).toBeNull();
    expect(nextConditionAt({ card: cardOf({ ...plan, expiresAt: null }), rules: on.rules, now: start })).toBeNull();
  });

  test('does not come where it is not wanted', () => {
    expect(say(charged(chargeAt), initialAlertState, at(chargeAt - hourMs, { rules })).key).toBeNull();
  });

  test('comes of an empty card, of a plan that waits, and after the plan’s end', () => {
    const empty = makeCard([], { plans: [makePlan([makeModule(known(0))], { autoRenew: renewing(chargeAt) })] });
    expect(say(empty, { ...initialAlertState, sent: ['0'] }, at(chargeAt - hourMs)).keys).toEqual([key]);
    expect(say(empty, initialAlertState, at(chargeAt - hourMs)).keys).toEqual(['0', key]);
    const waits: Partial<Plan> = { state: 'queued', startsAt: chargeAt, expiresAt: chargeAt + dayMs };
    expect(say(cardOf({ ...waits, autoRenew: renewing(chargeAt) }), initialAlertState, at(chargeAt - 1)).key).toBe(key);
    const over = { expiresAt: chargeAt - 2 * hourMs, autoRenew: renewing(chargeAt) };
    expect(say(cardOf(over), initialAlertState, at(chargeAt - hourMs)).key).toBe(key);
  });

  test('comes again of a charge moved by more than an hour, not of one a little off', () => {
    const { state } = say(charged(chargeAt), initialAlertState, at(chargeAt - 20 * hourMs));
    const near = say(charged(chargeAt + hourMs), state, at(chargeAt - 19 * hourMs));
    expect(near.key).toBeNull();
    expect(near.state.sent).toEqual([key]);
    expect(say(charged(chargeAt - hourMs), near.state, at(chargeAt - 18 * hourMs)).key).toBeNull();
    const moved = say(charged(chargeAt + hourMs + 1), near.state, at(chargeAt - 17 * hourMs));
    expect(moved.key).toBe(`charge:${chargeAt + hourMs + 1}`);
  });

  test('comes again of the next charge, and the one gone by is forgotten', () => {
    let state: AlertState = initialAlertState;
    for (const nth of [0, 1, 2, 3]) {
      const next = chargeAt + nth * 30 * dayMs;
      const told = say(charged(next), state, at(next - dayMs));
      expect(told.keys).toEqual([`charge:${next}`]);
      expect(told.state.sent).toEqual([`charge:${next}`]);
      state = told.state;
    }
  });

  test('is not repeated after a clock that went on too far came back', () => {
    const card = charged(chargeAt);
    const { state } = say(card, initialAlertState, at(chargeAt - hourMs));
    const ahead = say(card, state, at(chargeAt + 3 * dayMs));
    expect(say(card, ahead.state, at(chargeAt - hourMs)).key).toBeNull();
  });

  test('is one with that of another plan charged within the hour, and with other topics', () => {
    const two = cardOf({ autoRenew: renewing(chargeAt) }, { autoRenew: renewing(chargeAt + hourMs) });
    const told = say(two, initialAlertState, at(chargeAt - hourMs));
    expect(told.keys).toEqual([key]);
    expect(say(two, told.state, at(chargeAt + minuteMs)).key).toBeNull();
    const apart = cardOf({ autoRenew: renewing(chargeAt + 2 * hourMs) }, { autoRenew: renewing(chargeAt) });
    expect(say(apart, initialAlertState, at(chargeAt - hourMs)).keys).toEqual([key, `charge:${chargeAt + 2 * hourMs}`]);
    const low = makeCard([], {
      plans: [makePlan([makeModule(known(0.5e9))], { expiresAt: chargeAt, autoRenew: renewing(chargeAt) })],
    });
    const all = { rules: { ...rules, leadHours: [24], risk: true, charge: true } };
    const forecast = runningOut(start + 2 * dayMs, chargeAt);
    const together = say(low, initialAlertState, at(chargeAt - dayMs, { ...all, forecast }));
    expect(together.keys).toEqual(['20%', 'risk', '24h', key]);
    expect(say(low, together.state, at(chargeAt - hourMs, { ...all, forecast })).key).toBeNull();
  });

  test('is held in quiet hours and by a snooze, and comes after them', () => {
    const card = charged(chargeAt);
    const held = say(card, initialAlertState, at(chargeAt - dayMs, { isQuiet: true, exceptEmpty: true }));
    expect(held.key).toBeNull();
    expect(say(card, held.state, at(chargeAt - 14 * hourMs)).key).toBe(key);
    const snoozed = { ...initialAlertState, snooze: { until: chargeAt - hourMs, endsAt: null } };
    const quiet = say(card, snoozed, at(chargeAt - dayMs));
    expect(quiet.key).toBeNull();
    expect(say(card, quiet.state, at(chargeAt - hourMs)).key).toBe(key);
  });

  test('is not armed again by a top-up', () => {
    const told = say(charged(chargeAt), initialAlertState, at(chargeAt - dayMs));
    const more = makeCard([], {
      plans: [makePlan([makeModule(known(9e9, 9e9))], { autoRenew: renewing(chargeAt) })],
    });
    expect(say(more, told.state, at(chargeAt - hourMs)).key).toBeNull();
  });

  test('has its moment known beforehand, also where no end is known', () => {
    const card = cardOf({ expiresAt: null, autoRenew: renewing(chargeAt) });
    expect(nextConditionAt({ card, rules: on.rules, now: start })).toBe(chargeAt - dayMs);
    expect(nextConditionAt({ card, rules: on.rules, now: chargeAt - dayMs })).toBeNull();
    expect(nextConditionAt({ card, rules, now: start })).toBeNull();
    const both = { ...on.rules, leadHours: [72] };
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
  // An alert has the id of its most serious topic: what else is in it may be repeated after a crash.
  const alone = { ...on.rules, thresholds: [] };
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), fc.boolean(), (steps, canCrash) => {
      let state = initialAlertState;
      let now = start;
      const shown = new Map<string, number>();
      for (const { hours, offMs, percent, isQuiet, crashes } of steps) {
        now += hours * hourMs;
        const nth = Math.floor((now - start) / periodMs) + 1;
        const next = start + nth * periodMs + (canCrash ? 0 : offMs);
        const plan = { expiresAt: null, autoRenew: renewing(next) };
        const card = makeCard([], { plans: [makePlan([makeModule(known(percent * 3e7))], plan)], measuredAt: now });
        const told = say(
          card,
          state,
          at(now, { ...(canCrash ? { rules: alone } : {}), isQuiet, previousMeasuredAt: now - dayMs }),
        );
        if (told.id !== null && told.keys.some((said) => said.startsWith('charge:'))) shown.set(told.id, nth);
        if (next > now && next - now <= dayMs && !isQuiet) expect([...shown.values()]).toContain(nth);
        if (!canCrash || !crashes) state = told.state;
        expect(state.sent.filter((said) => said.startsWith('charge:')).length).toBeLessThanOrEqual(2);
      }
      expect(new Set(shown.values()).size).toBe(shown.size);
    }),
    { numRuns: 300 },
  );
});
