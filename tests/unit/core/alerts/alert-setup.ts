import { type AlertState, initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import {
  type AlertDecision,
  type AlertInput,
  alertNotificationId,
  decideAlert,
} from '../../../../utils/core/alerts/decide-alert.ts';
import type { Forecast } from '../../../../utils/core/forecast/forecast.ts';
import type { AlertRules } from '../../../../utils/core/settings.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, start } from '../../support/builders.ts';

const ahead = { risk: false, lapse: false, charge: false };
export const rules: AlertRules = { thresholds: [20, 10, 0], amounts: [], leadHours: [], ...ahead };
export const pollIntervalMs = 15 * minuteMs;

/** One judgement, with only what it is about named. */
export function judge(card: Card, some: Partial<AlertInput> = {}): AlertDecision {
  return decideAlert({
    card,
    rules,
    byteUnit: 1000,
    forecast: { kind: 'none' },
    now: card.measuredAt,
    saved: initialAlertState,
    checkedAt: card.measuredAt,
    ourNow: card.measuredAt,
    previousMeasuredAt: card.measuredAt - pollIntervalMs,
    isQuiet: false,
    exceptEmpty: false,
    ...some,
  });
}

/** What was said of one reading, as a person who allowed alerts would see it; the worker starts anew each time. */
export function say(card: Card, saved: AlertState, some: Partial<AlertInput> = {}) {
  const decision = judge(card, { saved: JSON.parse(JSON.stringify(saved)), ...some });
  const [topic] = decision.conditions;
  const id = topic ? alertNotificationId('a/c', topic.key, decision.stateIfSent) : null;
  return {
    key: topic?.key ?? null,
    id,
    keys: decision.conditions.map(({ key }) => key),
    decision,
    state: topic ? decision.stateIfSent : decision.stateIfNotSent,
  };
}

/** Plays readings of what is left of 3 GB, a quarter of an hour apart. */
export function play(lefts: number[], saved: AlertState = initialAlertState, some: Partial<AlertInput> = {}) {
  let state = saved;
  const said: (string | null)[] = [];
  const ids: string[] = [];
  for (const [nth, left] of lefts.entries()) {
    const card = makeCard([makeModule(known(left))], { measuredAt: start + nth * pollIntervalMs });
    const told = say(card, state, { rules, ...some });
    state = told.state;
    said.push(told.key);
    if (told.id !== null) ids.push(told.id);
  }
  return { said, ids, state };
}

/** A forecast of which only the run-out matters. */
export function runningOut(likely: number | null, endsAt: number, spareBytes = 0): Forecast {
  const range = { low: spareBytes, likely: spareBytes, high: spareBytes };
  return {
    kind: 'ready',
    perDayBytes: 1e8,
    runOut: { early: likely, likely, late: likely },
    endsAt,
    endsFirst: likely === null ? 'validity' : 'data',
    spareBytes: range,
    shortBytes: { low: 0, likely: 0, high: 0 },
  };
}
