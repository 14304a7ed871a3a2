import { minuteMs } from '../values/time.ts';
import { type CheckState, isRetryAfterActive, lastRequestAt } from './check-schedule.ts';

/** What ended a time without checks: the browser was started, it came online, or the computer was woken. */
export type Resumption = 'start' | 'online' | 'sleep';

/** One account at that time. `checkedAt`: of its last good answer; null: none. `floorMs`: the seller's minimum. */
export type PausedCheck = {
  check: CheckState;
  checkedAt: number | null;
  pollIntervalMs: number;
  floorMs: number;
  /** A drop waits for a second answer, which may be asked for before the seller's minimum. */
  needsConfirmation: boolean;
};

/** A start of the browser or the computer is followed by a check within this time. */
export const startWithinMs = 2 * minuteMs;
/** So long the network of a computer may take to be back after it has said so. */
const networkBackMs = 15_000;

/** Within how long after the browser came online an overdue check is made. */
export function onlineWithinMs(pollIntervalMs: number, floorMs: number): number {
  return Math.max(pollIntervalMs, floorMs) / 3;
}

/** Whether it is to be checked by reason of that, and neither Retry-After nor the need of the user forbids it. */
export function mayResume({ check, checkedAt }: PausedCheck, after: Resumption, now: number): boolean {
  if (isRetryAfterActive(check, now)) return false;
  // Orders that are polled at a start check their account by themselves.
  const requestedAt = lastRequestAt(check, checkedAt);
  const wasJustAsked = now >= requestedAt && now - requestedAt < minuteMs;
  return !wasJustAsked && isNeeded(check, after, now);
}

function isNeeded({ nextCheckAt, reason, failure }: CheckState, after: Resumption, now: number): boolean {
  const isDue = nextCheckAt <= now;
  if (reason === 'daily') return isDue;
  // What was put off after a sleep and is missed by the next one is checked at once: there may be no longer time awake.
  if (after === 'sleep') return isDue && reason !== 'resumed';
  return after === 'start' || isDue || failure?.kind === 'offline';
}

/**
 * The schedule of one that nobody waits for: at a random moment, not before the seller's minimum ends. The same object
 * where the next check comes sooner anyway.
 */
export function resumeLater(paused: PausedCheck, after: Resumption, now: number, random: number): CheckState {
  const { check, checkedAt, pollIntervalMs, floorMs, needsConfirmation } = paused;
  // One that was put off once and missed again has had its random moment.
  const isShort = after !== 'online' || check.reason === 'resumed';
  const withinMs = isShort ? startWithinMs : onlineWithinMs(pollIntervalMs, floorMs);
  const afterMs = after === 'sleep' ? networkBackMs : 0;
  const notBefore = needsConfirmation ? 0 : lastRequestAt(check, checkedAt) + floorMs;
  const at = Math.max(now + Math.round(afterMs + (withinMs - afterMs) * random), notBefore);
  const comesSooner = check.nextCheckAt > now && check.nextCheckAt <= at;
  return comesSooner ? check : { ...check, nextCheckAt: at, reason: 'resumed' };
}
