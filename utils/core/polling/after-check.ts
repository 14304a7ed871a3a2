import {
  type CheckState,
  countFailures,
  decideNextCheck,
  lastRequestAt,
  type NextCheckInput,
} from './check-schedule.ts';
import type { Pace } from './pace.ts';

/**
 * How a check ended. `checkedAt`: of the last good answer before it; null: none. `pace`, `updateGapsMs`: what a good
 * answer decides and adds; absent: the pace is fixed, nothing was learned.
 */
export type EndedCheck = Omit<NextCheckInput, 'failures' | 'endsPause' | 'lastRequestAt'> & {
  checkedAt: number | null;
  pace?: Pace | null;
  updateGapsMs?: readonly number[];
};

/** The schedule once a check has ended. `saved`: the one before it. */
export function afterCheck(
  saved: CheckState | null,
  { checkedAt, pace = null, updateGapsMs, ...ended }: EndedCheck,
): CheckState {
  const { failure, now } = ended;
  const failures = failure ? countFailures(saved, failure) : 0;
  const { at, reason } = decideNextCheck({
    ...ended,
    failures,
    hasJustWoken: ended.hasJustWoken === true && saved?.reason !== 'after-sleep',
    endsPause: saved?.reason === 'resumed' || saved?.reason === 'after-sleep',
    lastRequestAt: lastRequestAt(saved, checkedAt),
  });
  return {
    failure,
    failingSince: failure ? (saved?.failingSince ?? now) : null,
    failures,
    triedAt: now,
    nextCheckAt: at,
    reason,
    manualRefreshAt: saved?.manualRefreshAt ?? null,
    isNotified: failure !== null && (saved?.isNotified ?? false),
    // A failure changes nothing of the last good answer, nor how old it may be.
    ...(failure && saved?.unchanged ? { unchanged: saved.unchanged } : {}),
    pace: failure ? (saved?.pace ?? null) : pace,
    updateGapsMs: updateGapsMs ?? saved?.updateGapsMs ?? [],
  };
}
