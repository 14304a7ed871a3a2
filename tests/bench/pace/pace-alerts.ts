import { initialAlertState } from '../../../utils/core/alerts/alert-state.ts';
import { decideAlert } from '../../../utils/core/alerts/decide-alert.ts';
import { alertRulesOf, defaultSettings } from '../../../utils/core/settings.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import type { Crossing, PaceTrace, SimulatedPlan } from './pace-traces.ts';

/**
 * A threshold that somebody was told of, or saw by themselves as they bought the next plan. Of one that was crossed
 * while the computer slept the time counts from when it woke.
 */
export type Told = { wasAwake: boolean; lateMs: number; lateBytes: number };

type Waiting = Crossing & { plan: SimulatedPlan; wasAwake: boolean; from: number };

/**
 * The alerts of one user, by the extension's own rules. Called for each check, with what the seller had measured by
 * then; decides anew only where that has changed a threshold or the plan.
 */
export function alertsOf({ plans, sessions, leftAt }: PaceTrace) {
  const crossings = plans.flatMap((plan) => plan.crossings.map((crossing) => ({ ...crossing, plan })));
  const rules = alertRulesOf(defaultSettings);
  const told: Told[] = [];
  let waiting: Waiting[] = [];
  let next = 0;
  let saved = initialAlertState;
  let planBefore: SimulatedPlan | null = null;

  const tell = ({ plan, from, leftBytes, wasAwake }: Waiting, at: number) =>
    told.push({ wasAwake, lateMs: at - from, lateBytes: leftBytes - leftAt(plan, at) });

  const evaluate = (plan: SimulatedPlan, card: Card, wokeAt: number, now: number) => {
    const first = next;
    for (; (crossings[next]?.at ?? Number.POSITIVE_INFINITY) <= card.measuredAt; next += 1) {
      const crossing = crossings[next] as (typeof crossings)[number];
      const wasAwake = sessions.some(({ from, until }) => from <= crossing.at && crossing.at < until);
      waiting.push({ ...crossing, wasAwake, from: wasAwake ? crossing.at : Math.max(crossing.at, wokeAt) });
    }
    if (next === first && plan === planBefore && waiting.length === 0) return;
    planBefore = plan;
    const decision = decideAlert({
      ...{ card, rules, byteUnit: 1000, forecast: { kind: 'none' }, now, saved, ourNow: now },
      ...{ isQuiet: false, exceptEmpty: true },
    });
    saved = decision.stateIfSent;
    for (const one of waiting) {
      if (one.plan !== plan) tell(one, Math.min(now, Math.max(one.from, one.plan.endsAt)));
      else if (decision.conditions.length > 0) tell(one, now);
    }
    waiting = waiting.filter((one) => one.plan === plan && decision.conditions.length === 0);
  };
  return { evaluate, told };
}
