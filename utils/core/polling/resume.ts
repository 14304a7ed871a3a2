import { minuteMs } from '../values/time.ts';
import {
  type CheckState,
  isRetryAfterActive,
  lastRequestAt,
  onlineWithinMs,
  resumed,
  startWithinMs,
} from './check-schedule.ts';

/** What ended a time without checks: the browser was started, or it came online. */
export type Resumption = 'start' | 'online';

/** One account at that time. `checkedAt`: of its last good answer; null: none. `floorMs`: the seller's minimum. */
export type PausedCheck = {
  check: CheckState;
  checkedAt: number | null;
  pollIntervalMs: number;
  floorMs: number;
  /** A drop waits for a second answer, which may be asked for before the seller's minimum. */
  needsConfirmation: boolean;
};

/** Whether it is to be checked by reason of that, and neither Retry-After nor the need of the user forbids it. */
export function mayResume({ check, checkedAt }: PausedCheck, after: Resumption, now: number): boolean {
  if (isRetryAfterActive(check, now)) return false;
  // Orders that are polled at a start check their account by themselves.
  const requestedAt = lastRequestAt(check, checkedAt);
  const wasJustAsked = now >= requestedAt && now - requestedAt < minuteMs;
  const isMissed = check.nextCheckAt <= now || check.failure?.kind === 'offline';
  const isNeeded = check.reason === 'daily' ? check.nextCheckAt <= now : after === 'start' || isMissed;
  return !wasJustAsked && isNeeded;
}

/** The schedule of one that nobody waits for. */
export function resumeLater(paused: PausedCheck, after: Resumption, now: number, random: number): CheckState {
  const { check, checkedAt, pollIntervalMs, floorMs } = paused;
  // One that was put off once and missed again has had its random moment.
  const isShort = after === 'start' || check.reason === 'resumed';
  const withinMs = isShort ? startWithinMs : onlineWithinMs(pollIntervalMs, floorMs);
  const floorEndsAt = lastRequestAt(check, checkedAt) + floorMs;
  return resumed(check, { withinMs, notBefore: paused.needsConfirmation ? 0 : floorEndsAt, now, random });
}
