import {
  type CheckState,
  countFailures,
  decideNextCheck,
  lastRequestAt,
  type NextCheckInput,
} from './check-schedule.ts';

/** How a check ended. `checkedAt`: of the last good answer before it; null: none. */
export type EndedCheck = Omit<NextCheckInput, 'failures' | 'endsPause' | 'lastRequestAt'> & {
  checkedAt: number | null;
};

/** The schedule once a check has ended. `saved`: the one before it. */
export function afterCheck(saved: CheckState | null, { checkedAt, ...ended }: EndedCheck): CheckState {
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
    // A failure changes nothing of the last good answer.
    ...(failure && saved?.unchanged ? { unchanged: saved.unchanged } : {}),
    ...(saved?.traffic ? { traffic: saved.traffic } : {}),
  };
}
