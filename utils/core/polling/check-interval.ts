import type { Settings } from '../settings.ts';
import { minuteMs } from '../values/time.ts';
import type { CheckState } from './check-schedule.ts';
import { firstPaceMs } from './pace.ts';

type Chosen = Pick<Settings, 'pollIntervalMinutes'>;

/**
 * The interval between an account's checks: the fixed one, limited to 5 … 120 minutes, else the pace that was decided
 * after its last good check. Figures that two of these were missed for are old.
 */
export function checkIntervalMs({ pollIntervalMinutes }: Chosen, check: Pick<CheckState, 'pace'> | null): number {
  if (pollIntervalMinutes === null) return check?.pace?.paceMs ?? firstPaceMs;
  return Math.min(120, Math.max(5, pollIntervalMinutes)) * minuteMs;
}

/**
 * The interval from which retries count after a failure: a long pace was right for as long as it lasted, and what has
 * happened since is not known.
 */
export function retryIntervalMs(chosen: Chosen, check: Pick<CheckState, 'pace'> | null): number {
  const intervalMs = checkIntervalMs(chosen, check);
  return chosen.pollIntervalMinutes === null ? Math.min(intervalMs, firstPaceMs) : intervalMs;
}
