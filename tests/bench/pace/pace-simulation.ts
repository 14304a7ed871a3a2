import { diffSince } from '../../../utils/core/history/balance-changes.ts';
import { recordDiff, startHistory } from '../../../utils/core/history/usage-history.ts';
import type { UsageHistory } from '../../../utils/core/history/usage-samples.ts';
import { decidePace } from '../../../utils/core/polling/adaptive-pace.ts';
import { afterCheck } from '../../../utils/core/polling/after-check.ts';
import { paceOfCard } from '../../../utils/core/polling/card-pace.ts';
import { checkIntervalMs } from '../../../utils/core/polling/check-interval.ts';
import type { CheckState } from '../../../utils/core/polling/check-schedule.ts';
import type { Pace } from '../../../utils/core/polling/pace.ts';
import { resumeLater } from '../../../utils/core/polling/resume.ts';
import { learnedGaps, nextUpdateAt } from '../../../utils/core/polling/seller-rhythm.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { type Card, singleModule } from '../../../utils/core/usage/card.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { dayMs } from '../../../utils/core/values/time.ts';
import type { Random } from '../random.ts';
import { alertsOf, type Told } from './pace-alerts.ts';
import type { PaceTrace, SimulatedPlan } from './pace-traces.ts';

/** `pollIntervalMinutes` null: adaptive. `updateMs`: how often the seller measures; 0: whenever it is asked. */
export type Schedule = { pollIntervalMinutes: number | null; updateMs: number };

/** `asked`: each check, and what was left by then as the seller measured it. `paces`: the interval to each, in turn. */
export type Simulated = { asked: { at: number; leftBytes: number }[]; told: Told[]; paces: number[] };

/** The checks of one user, and when they were told of each threshold. What the extension knows is what it has asked. */
export function simulate(trace: PaceTrace, { pollIntervalMinutes, updateMs }: Schedule, random: Random): Simulated {
  const alerts = alertsOf(trace);
  const learner = pollIntervalMinutes === null ? learnerOf() : null;
  const phaseMs = random.between(0, updateMs);
  let check: CheckState | null = null;
  const asked: Simulated['asked'] = [];
  const paces: number[] = [];
  for (const { from, until } of trace.sessions) {
    check = resumeLater(pausedOf(check ?? firstCheck(from)), 'start', from, random.between(0, 1));
    while (check.nextCheckAt < until) {
      const now = check.nextCheckAt;
      const measuredAt = updateMs === 0 ? now : Math.floor((now - phaseMs) / updateMs) * updateMs + phaseMs;
      const plan = planAt(trace, measuredAt);
      const leftBytes = trace.leftAt(plan, measuredAt);
      asked.push({ at: now, leftBytes });
      const card = cardOf(plan, leftBytes, measuredAt);
      alerts.evaluate(plan, card, from, now);
      const decided = learner ? learner(card, check, now) : { pace: null };
      check = afterCheck(check, {
        ...{ failure: null, now, floorMs: 0, checkedAt: now, random: random.between(0, 1), ...decided },
        pollIntervalMs: checkIntervalMs({ pollIntervalMinutes }, decided),
      });
      paces.push(checkIntervalMs({ pollIntervalMinutes }, decided));
    }
  }
  return { asked, told: alerts.told, paces };
}

/** The history and the pace of one card, as the background has it. */
function learnerOf() {
  let history: UsageHistory | null = null;
  let before: UsageSnapshot | null = null;
  return (card: Card, check: CheckState, now: number): { pace: Pace; updateGapsMs: readonly number[] } => {
    const diff = history && diffSince(history.samples.modules, card, 'reset-if-full');
    if (!history) history = startHistory(card);
    else if (diff) history = recordDiff(history, diff, card.measuredAt, before?.measuredAt ?? null, 'UTC');
    const snapshot: UsageSnapshot = {
      ...{ accountKey: null, cards: [card], measuredAt: card.measuredAt, expiresAt: now + dayMs, checkedAt: now },
      ...{ skewMs: 0, floorMs: 0, etag: null },
    };
    const updateGapsMs = learnedGaps(check.updateGapsMs, before, snapshot);
    before = snapshot;
    const samples = history?.samples ?? null;
    const pace = decidePace({
      cards: [paceOfCard({ card, samples, rules: defaultSettings, byteUnit: 1000, budget: null, now })],
      ...{ isWatched: false, hasOpenOrder: false, isDataSaved: false, now },
      expiresAt: snapshot.expiresAt,
      nextUpdateAt: nextUpdateAt(snapshot, updateGapsMs),
    });
    return { pace, updateGapsMs };
  };
}

function firstCheck(at: number): CheckState {
  return {
    ...{ failure: null, failingSince: null, failures: 0, triedAt: 0, nextCheckAt: at, reason: 'poll-interval' },
    ...{ manualRefreshAt: null, isNotified: false, pace: null, updateGapsMs: [] },
  };
}

function pausedOf(check: CheckState) {
  return { check, checkedAt: check.triedAt, pollIntervalMs: 0, floorMs: 0, needsConfirmation: false };
}

function planAt({ plans }: PaceTrace, at: number): SimulatedPlan {
  return (plans.findLast(({ startsAt }) => startsAt <= at) ?? plans[0]) as SimulatedPlan;
}

function cardOf(plan: SimulatedPlan, remainingBytes: number, measuredAt: number): Card {
  const balance = { kind: 'known' as const, quotaBytes: plan.quotaBytes, remainingBytes, reservedBytes: 0 };
  return {
    ...{ key: 'card', title: '', subscriberId: null, state: 'active', measuredAt },
    plans: [
      {
        ...{ id: `plan-${plan.startsAt}`, name: '', state: 'active', startsAt: plan.startsAt, expiresAt: null },
        ...{ regions: [], modules: [singleModule('data', balance)] },
      },
    ],
  };
}
