import { type AlertState, initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import { type AlertDecision, type AlertInput, decideAlert } from '../../../../utils/core/alerts/decide-alert.ts';
import { alertNotificationId } from '../../../../utils/core/alerts/notification-id.ts';
import type { Forecast } from '../../../../utils/core/forecast/forecast.ts';
import type { AlertRules } from '../../../../utils/core/settings.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, start } from '../../support/builders.ts';

const timedRules = { risk: false, lapse: false, charge: false, lineEnd: false, unstarted: false, dailyBudget: false };
export const rules: AlertRules = { thresholds: [20, 10, 0], amounts: [], leadHours: [], ...timedRules };
const pollIntervalMs = 15 * minuteMs;

/** Runs `decideAlert` with defaults for everything the test is not about. */
export function decide(card: Card, overrides: Partial<AlertInput> = {}): AlertDecision {
  return decideAlert({
    card,
    rules,
    byteUnit: 1000,
    forecast: { kind: 'none' },
    now: card.measuredAt,
    saved: initialAlertState,
    ourNow: card.measuredAt,
    isQuiet: false,
    exceptEmpty: false,
    ...overrides,
  });
}

/** Decides on one snapshot as if every alert were shown; the state is serialised, as it is when the worker restarts. */
export function notify(card: Card, saved: AlertState, overrides: Partial<AlertInput> = {}) {
  const decision = decide(card, { saved: JSON.parse(JSON.stringify(saved)), ...overrides });
  const [condition] = decision.conditions;
  const id = condition ? alertNotificationId('a/c', condition.key, decision.stateIfSent) : null;
  return {
    key: condition?.key ?? null,
    id,
    keys: decision.conditions.map(({ key }) => key),
    decision,
    state: condition ? decision.stateIfSent : decision.stateIfNotSent,
  };
}

/** Runs a sequence of snapshots of what is left of 3 GB, one poll interval apart; null: no alert. */
export function play(leftBytes: number[], saved: AlertState = initialAlertState, overrides: Partial<AlertInput> = {}) {
  let state = saved;
  const keys: (string | null)[] = [];
  const ids: string[] = [];
  for (const [index, left] of leftBytes.entries()) {
    const card = makeCard([makeModule(known(left))], { measuredAt: start + index * pollIntervalMs });
    const result = notify(card, state, { rules, ...overrides });
    state = result.state;
    keys.push(result.key);
    if (result.id !== null) ids.push(result.id);
  }
  return { keys, ids, state };
}

/** A forecast that is about the run-out alone. */
export function runningOut(likely: number | null, endsAt: number, spareBytes = 0): Forecast & { kind: 'ready' } {
  const spare = { low: spareBytes, likely: spareBytes, high: spareBytes };
  return {
    kind: 'ready',
    perDayBytes: 1e8,
    runOut: { early: likely, likely, late: likely },
    endsAt,
    endsFirst: likely === null ? 'validity' : 'data',
    spareBytes: spare,
    shortBytes: { low: 0, likely: 0, high: 0 },
  };
}
