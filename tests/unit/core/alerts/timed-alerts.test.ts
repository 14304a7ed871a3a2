import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextConditionAt } from '../../../../utils/core/alerts/alert-conditions.ts';
import { type AlertState, initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import type { AlertInput } from '../../../../utils/core/alerts/decide-alert.ts';
import { quietHoursEndAt } from '../../../../utils/core/alerts/quiet-hours.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, start } from '../../support/builders.ts';
import { decide, notify, rules, runningOut } from './alert-setup.ts';

const endsAt = start + 20 * dayMs;
const card = makeCard([makeModule(known(2e9))]);
const leads = { rules: { ...rules, leadHours: [72, 24] } };
const at = (now: number, overrides: Partial<AlertInput> = {}) => ({ ...leads, now, ourNow: now, ...overrides });

describe('an expiry alert', () => {
  test('comes once for each lead time, and several at once are one', () => {
    const first = notify(card, initialAlertState, at(endsAt - 72 * hourMs));
    expect(first.key).toBe('72h');
    expect(notify(card, first.state, at(endsAt - 70 * hourMs)).key).toBeNull();
    expect(notify(card, first.state, at(endsAt - 24 * hourMs)).key).toBe('24h');
    const late = notify(card, initialAlertState, at(endsAt - 3 * hourMs));
    expect(late.keys).toEqual(['24h']);
    expect(notify(card, late.state, at(endsAt - 2 * hourMs)).key).toBeNull();
  });

  test('comes again for a later end, not for one a few seconds off', () => {
    const { state } = notify(card, initialAlertState, at(endsAt - 3 * hourMs));
    const moved = (ms: number) =>
      makeCard([makeModule({ ...known(2e9), expiresAt: endsAt + ms })], {
        plans: [
          {
            ...card.plans[0],
            expiresAt: null,
            modules: [makeModule({ ...known(2e9), expiresAt: endsAt + ms })],
          } as never,
        ],
      });
    expect(notify(moved(4000), state, at(endsAt - 2 * hourMs)).key).toBeNull();
    expect(notify(moved(30 * dayMs), state, at(endsAt + 29 * dayMs)).key).toBe('24h');
  });

  test('is silent once nothing is left, and for a period that begins anew by itself', () => {
    expect(notify(makeCard([makeModule(known(0))]), initialAlertState, at(endsAt - hourMs)).keys).toEqual(['0']);
    const daily = makeCard([makeModule({ ...known(2e9), refreshPeriod: 'daily', expiresAt: start + hourMs })]);
    expect(notify(daily, initialAlertState, at(start)).key).toBeNull();
  });

  test('has its moment known beforehand, so that it needs no check to come', () => {
    expect(nextConditionAt({ card, rules: leads.rules, now: start })).toBe(endsAt - 72 * hourMs);
    expect(nextConditionAt({ card, rules: leads.rules, now: endsAt - 72 * hourMs })).toBe(endsAt - 24 * hourMs);
    expect(nextConditionAt({ card, rules: leads.rules, now: endsAt - 24 * hourMs })).toBeNull();
  });
});

describe('a run-out alert', () => {
  const risky = { rules: { ...rules, risk: true } };
  const notifyWith = (state: AlertState, likely: number | null) =>
    notify(card, state, { ...risky, forecast: runningOut(likely, endsAt) });

  test('comes once an episode: again only after it had come to last', () => {
    const first = notifyWith(initialAlertState, start + 9 * dayMs);
    expect(first.key).toBe('risk');
    expect(notifyWith(first.state, start + 8 * dayMs).key).toBeNull();
    const warning = notifyWith(first.state, endsAt - dayMs);
    expect(notifyWith(warning.state, start + 9 * dayMs).key).toBeNull();
    const lasting = notifyWith(first.state, null);
    const again = notifyWith(lasting.state, start + 9 * dayMs);
    expect(again.key).toBe('risk');
    expect(again.id).not.toBe(first.id);
  });

  test('is silent without evidence, and where it finishes just before the end', () => {
    expect(notify(card, initialAlertState, { ...risky, forecast: { kind: 'insufficient-data' } }).key).toBeNull();
    expect(notifyWith(initialAlertState, endsAt - 2 * dayMs).key).toBeNull();
  });

  test('never comes from a first estimate, which does not make it come again either', () => {
    const notifyEarly = (state: AlertState, likely: number | null) =>
      notify(card, state, { ...risky, forecast: { ...runningOut(likely, endsAt), kind: 'first-estimate' } });
    expect(notifyEarly(initialAlertState, start + dayMs).key).toBeNull();
    const first = notifyWith(initialAlertState, start + 9 * dayMs);
    const lasting = notifyEarly(first.state, null);
    expect(notifyWith(lasting.state, start + 9 * dayMs).key).toBeNull();
  });

  test('and a threshold at once are one alert, both said', () => {
    const low = makeCard([makeModule(known(0.5e9))]);
    const result = notify(low, initialAlertState, { ...risky, forecast: runningOut(start + dayMs, endsAt) });
    expect(result.keys).toEqual(['20%', 'risk']);
    expect(notify(low, result.state, { ...risky, forecast: runningOut(start + dayMs, endsAt) }).key).toBeNull();
  });
});

describe('a lapse alert', () => {
  const lapseRules = { rules: { ...rules, lapse: true } };
  const notifyWith = (state: AlertState, spareBytes: number, now: number) =>
    notify(card, state, { ...lapseRules, now, ourNow: now, forecast: runningOut(null, endsAt, spareBytes) });

  test('comes once, three days before the end, where much will be left for sure', () => {
    expect(notifyWith(initialAlertState, 1e9, endsAt - 73 * hourMs).key).toBeNull();
    const result = notifyWith(initialAlertState, 1e9, endsAt - 72 * hourMs);
    expect(result.key).toBe('lapse');
    expect(notifyWith(result.state, 1e9, endsAt - 20 * hourMs).key).toBeNull();
    expect(notifyWith(initialAlertState, 0.29e9, endsAt - 72 * hourMs).key).toBeNull();
  });

  test('never comes from a first estimate', () => {
    const now = endsAt - 72 * hourMs;
    const forecast = { ...runningOut(null, endsAt, 1e9), kind: 'first-estimate' as const };
    expect(notify(card, initialAlertState, { ...lapseRules, now, ourNow: now, forecast }).key).toBeNull();
  });
});

describe('quiet hours', () => {
  const low = makeCard([makeModule(known(0.5e9))]);

  test('hold an alert back, and it is judged anew when they end', () => {
    const deferred = notify(low, initialAlertState, { isQuiet: true });
    expect(deferred.key).toBeNull();
    expect(deferred.state.deferredSince).toBe(start);
    const result = notify(low, deferred.state);
    expect(result.key).toBe('20%');
    expect(result.decision.wasDeferred).toBe(true);
    expect(result.state.deferredSince).toBeNull();
    const better = notify(makeCard([makeModule(known(2e9))]), deferred.state);
    expect(better.key).toBeNull();
    expect(better.state.deferredSince).toBeNull();
  });

  test('let nothing left through, if so chosen', () => {
    const empty = makeCard([makeModule(known(0))]);
    expect(notify(empty, initialAlertState, { isQuiet: true, exceptEmpty: true }).key).toBe('0');
    expect(notify(empty, initialAlertState, { isQuiet: true }).key).toBeNull();
    expect(notify(low, initialAlertState, { isQuiet: true, exceptEmpty: true }).key).toBeNull();
  });

  test.each([
    ['2026-11-23T21:59:00+01:00', null],
    ['2026-11-23T22:00:00+01:00', '2026-11-24T07:00:00+01:00'],
    ['2026-11-24T06:59:59+01:00', '2026-11-24T07:00:00+01:00'],
    ['2026-11-24T07:00:00+01:00', null],
    ['2026-03-28T23:00:00+01:00', '2026-03-29T07:00:00+02:00'],
    ['2026-10-24T23:00:00+02:00', '2026-10-25T07:00:00+01:00'],
  ])('from 22:00 to 07:00 at %s end at %s', (now, end) => {
    const quiet = { fromMinute: 22 * 60, toMinute: 7 * 60, exceptEmpty: true };
    expect(quietHoursEndAt(Date.parse(now), quiet, 'Europe/Stockholm')).toBe(end === null ? null : Date.parse(end));
  });

  test('may lie within one day, and from a time to itself hold nothing', () => {
    const noon = Date.parse('2026-11-23T12:00:00Z');
    const quiet = { fromMinute: 11 * 60, toMinute: 13 * 60, exceptEmpty: true };
    expect(quietHoursEndAt(noon, quiet, 'UTC')).toBe(noon + hourMs);
    expect(quietHoursEndAt(noon + hourMs, quiet, 'UTC')).toBeNull();
    expect(quietHoursEndAt(noon, { ...quiet, toMinute: 11 * 60 }, 'UTC')).toBeNull();
    expect(quietHoursEndAt(noon, null, 'UTC')).toBeNull();
  });
});

describe('a snooze', () => {
  const low = makeCard([makeModule(known(0.5e9))]);
  const snoozed = (until: number | null): AlertState => ({ ...initialAlertState, snooze: { until, endsAt } });

  test('ends by itself at its time, and what is true then is said', () => {
    const whileSnoozed = notify(low, snoozed(start + hourMs));
    expect(whileSnoozed.key).toBeNull();
    const still = notify(low, whileSnoozed.state, { ourNow: start + hourMs - 1 });
    expect(still.key).toBeNull();
    const result = notify(low, still.state, { ourNow: start + hourMs });
    expect(result.key).toBe('20%');
    expect(result.state.snooze).toBeNull();
  });

  test('till renewal ends with a recovery, or with what it was for', () => {
    const whileSnoozed = notify(low, { ...snoozed(null), leftBytes: 0.5e9, totalBytes: 3e9, endsAt });
    expect(whileSnoozed.key).toBeNull();
    expect(notify(makeCard([makeModule(known(3e9))]), whileSnoozed.state).state.snooze).toBeNull();
    expect(notify(low, whileSnoozed.state, { now: endsAt, ourNow: endsAt }).state.snooze).toBeNull();
  });

  test('of one card is nothing to another', () => {
    expect(notify(low, snoozed(null)).key).toBeNull();
    expect(notify({ ...low, key: 'other' }, initialAlertState).key).toBe('20%');
  });
});

test('every kind comes at most once a cycle through any readings, clock jumps, quiet hours, snoozes and restarts', () => {
  const step = fc.record({
    percent: fc.integer({ min: 1, max: 60 }),
    days: fc.integer({ min: 0, max: 21 }),
    likely: fc.option(fc.integer({ min: 1, max: 19 })),
    isQuiet: fc.boolean(),
    snooze: fc.option(fc.integer({ min: 0, max: 3 })),
    crashes: fc.boolean(),
  });
  const all = { ...rules, leadHours: [72, 24, 1], risk: true, lapse: true };
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 50 }), (steps) => {
      let state = initialAlertState;
      const shown: string[] = [];
      const cycles: [string, number][] = [];
      for (const [index, one] of steps.entries()) {
        const now = start + one.days * dayMs;
        const made = makeCard([makeModule(known(one.percent * 3e7))], { measuredAt: start + index * minuteMs });
        const saved = one.snooze === null ? state : { ...state, snooze: { until: now + one.snooze * hourMs, endsAt } };
        const forecast = runningOut(one.likely === null ? null : start + one.likely * dayMs, endsAt, 4e8);
        const result = notify(made, saved, { rules: all, forecast, now, ourNow: now, isQuiet: one.isQuiet });
        if (result.id !== null && !shown.includes(result.id)) {
          shown.push(result.id);
          for (const key of result.keys) cycles.push([key, result.state.cycle]);
        }
        if (one.crashes && result.id === null) continue;
        state = result.state;
      }
      const seen = cycles.map(([key, cycle]) => `${key}/${cycle}`);
      expect(new Set(seen).size).toBe(seen.length);
      const final = decide(makeCard([makeModule(known(0.5e9))]), { saved: { ...state, snooze: null }, rules: all });
      expect(final.conditions.length > 0 || state.sent.includes('20%')).toBe(true);
    }),
    { numRuns: 300 },
  );
});
