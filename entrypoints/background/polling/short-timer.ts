import { shortestAlarmMs } from '../../../utils/core/polling/alarm-plan.ts';

/* What is due before an alarm may fire (a packed Chromium fires none within 30 s) is done by a timer of the living
   worker; the alarm stays set behind it. */

const minDelayMs = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;
let onFire: (orderIds: string[]) => void = () => undefined;

export function onShortTimer(listener: (orderIds: string[]) => void): void {
  onFire = listener;
}

type ShortTimerInput = { orders: readonly { id: string; at: number }[]; toolbarAt: number | null };

/** Sets the one timer for what is due first, a poll or another look of the toolbar, if an alarm could not be as soon. */
export function setShortTimer({ orders, toolbarAt }: ShortTimerInput, now: number): void {
  clearTimeout(timer);
  const firstPollAt = Math.max(now + minDelayMs, Math.min(...orders.map(({ at }) => at)));
  const first = Math.min(firstPollAt, toolbarAt ?? Number.POSITIVE_INFINITY);
  if (first >= now + shortestAlarmMs) return;
  const ids = orders.filter(({ at }) => at <= first).map(({ id }) => id);
  timer = setTimeout(() => onFire(ids), Math.max(0, first - now));
}
