import { shortestAlarmMs } from '../../../utils/core/polling/alarm-plan.ts';

/* What is due before an alarm may fire (a packed Chromium fires none within 30 s) is done by a timer of the living
   worker; the alarm stays set behind it. */

const minDelayMs = 1000;

/** Orders to poll, and accounts to check. */
export type ShortlyDue = { orders: string[]; checks: string[] };

let timer: ReturnType<typeof setTimeout> | undefined;
let onFire: (due: ShortlyDue) => void = () => undefined;

export function onShortTimer(listener: (due: ShortlyDue) => void): void {
  onFire = listener;
}

type TimedId = { id: string; at: number };
type ShortTimerInput = { orders: readonly TimedId[]; checks: readonly TimedId[]; toolbarAt: number | null };

/**
 * Sets the one timer for what is due first, a poll, a check or another look of the toolbar, if an alarm could not be as
 * soon. A check that is overdue waits for the alarm: it may be one that cannot be made.
 */
export function setShortTimer({ orders, checks, toolbarAt }: ShortTimerInput, now: number): void {
  clearTimeout(timer);
  const coming = checks.filter(({ at }) => at > now);
  const firstAt = Math.max(now + minDelayMs, Math.min(...[...orders, ...coming].map(({ at }) => at)));
  const first = Math.min(firstAt, toolbarAt ?? Number.POSITIVE_INFINITY);
  if (first >= now + shortestAlarmMs) return;
  const dueOf = (all: readonly TimedId[]) => all.filter(({ at }) => at <= first).map(({ id }) => id);
  timer = setTimeout(() => onFire({ orders: dueOf(orders), checks: dueOf(coming) }), Math.max(0, first - now));
}
