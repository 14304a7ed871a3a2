import { describe, expect, test } from 'vitest';
import { nextConditionAt } from '../../../../utils/core/alerts/alert-conditions.ts';
import { initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import type { AlertInput } from '../../../../utils/core/alerts/decide-alert.ts';
import type { Card, Plan } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';
import { notify, rules } from './alert-setup.ts';

const date = start + 30 * dayMs;
const dateRules = { ...rules, lineEnd: true, unstarted: true };
const at = (now: number, overrides: Partial<AlertInput> = {}) => ({ rules: dateRules, now, ourNow: now, ...overrides });

const unstarted = (startBefore: number | null, overrides: Partial<Plan> = {}) =>
  makePlan([makeModule()], { state: 'not-started', startsAt: null, expiresAt: null, startBefore, ...overrides });
const lineEnding = (lineEndsAt: number | null): Card => makeCard([makeModule(known(2e9))], { lineEndsAt });
const lapsing = (startBefore: number): Card => makeCard([], { plans: [unstarted(startBefore)] });

const subjects: [string, (at: number) => Card][] = [
  ['line-end', lineEnding],
  ['unstarted', lapsing],
];

describe.each(subjects)('an alert of the kind %s', (name, cardOf) => {
  const card = cardOf(date);

  test('comes 7 days and 1 day ahead, each once', () => {
    expect(notify(card, initialAlertState, at(date - 7 * dayMs - 1)).key).toBeNull();
    const first = notify(card, initialAlertState, at(date - 7 * dayMs));
    expect(first.key).toBe(`${name}-7d:${date}`);
    for (const days of [7, 4, 1.01]) expect(notify(card, first.state, at(date - days * dayMs)).key).toBeNull();
    const second = notify(card, first.state, at(date - dayMs));
    expect(second.keys).toEqual([`${name}-1d:${date}`]);
    for (const ms of [dayMs, hourMs, 1]) expect(notify(card, second.state, at(date - ms)).key).toBeNull();
  });

  test('comes once, for the nearer lead, where the first was slept through', () => {
    const late = notify(card, initialAlertState, at(date - hourMs));
    expect(late.keys).toEqual([`${name}-1d:${date}`]);
    expect(notify(card, late.state, at(date - minuteMs)).key).toBeNull();
  });

  test('does not come once the date is past, nor where it is not wanted', () => {
    expect(notify(card, initialAlertState, at(date)).key).toBeNull();
    expect(notify(card, initialAlertState, at(date - hourMs, { rules })).key).toBeNull();
  });

  test('comes anew for a later date, and not for one that has only moved a little', () => {
    const sent = notify(card, initialAlertState, at(date - 7 * dayMs)).state;
    expect(notify(cardOf(date + 30 * minuteMs), sent, at(date - 6 * dayMs)).key).toBeNull();
    const later = date + 60 * dayMs;
    expect(notify(cardOf(later), sent, at(later - 7 * dayMs)).key).toBe(`${name}-7d:${later}`);
  });

  test('has one id, however often it is decided', () => {
    const again = [initialAlertState, { ...initialAlertState, cycle: 5 }].map(
      (saved) => notify(card, saved, at(date - dayMs)).id,
    );
    expect(new Set(again).size).toBe(1);
  });

  test('is planned for its next lead', () => {
    const next = (now: number) => nextConditionAt({ card, rules: dateRules, now });
    expect([next(start), next(date - 7 * dayMs), next(date - dayMs)]).toEqual([date - 7 * dayMs, date - dayMs, null]);
    expect(nextConditionAt({ card, rules, now: start })).toBeNull();
  });

  test('comes while a jump of the balance is to be confirmed: it does not depend on it', () => {
    const unconfirmed = { kind: 'drop', leftBytes: 3e9, measuredAt: start } as const;
    expect(notify({ ...card, unconfirmed }, initialAlertState, at(date - dayMs)).key).toBe(`${name}-1d:${date}`);
  });
});

test('each plan that waits has its own, and two that lapse together one', () => {
  const card = makeCard([], {
    plans: [unstarted(date), unstarted(date), unstarted(date + 3 * dayMs), unstarted(null)],
  });
  expect(notify(card, initialAlertState, at(date - dayMs)).keys).toEqual([
    `unstarted-1d:${date}`,
    `unstarted-7d:${date + 3 * dayMs}`,
  ]);
});

test('a plan that begins in time is not warned of', () => {
  const begun = makeCard([], { plans: [unstarted(date, { state: 'active' })] });
  expect(notify(begun, initialAlertState, at(date - dayMs)).key).toBeNull();
});

test('a card that has not begun has no alert about what is left', () => {
  const all = { ...dateRules, thresholds: [50, 20, 0], amounts: [{ value: 9, unit: 'GB' as const }], leadHours: [720] };
  const card = makeCard([], { plans: [unstarted(null)] });
  expect(notify(card, initialAlertState, at(start, { rules: { ...all, risk: true, lapse: true } })).key).toBeNull();
});

test('a plan that begins after the card was empty counts as a recovery', () => {
  const empty = notify(makeCard([makeModule(known(0))]), initialAlertState, at(start));
  expect(empty.key).toBe('0');
  const waiting = notify(lapsing(date), empty.state, at(start + hourMs));
  expect([waiting.key, waiting.state.sent]).toEqual([null, ['0', '10%', '20%']]);
  const begun = notify(makeCard([makeModule(known(3e9))]), waiting.state, at(start + 2 * hourMs));
  expect(begun.state.sent).toEqual([]);
});
