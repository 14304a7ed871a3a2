import { shortestAlarmMs } from '../../../utils/core/polling/alarm-plan.ts';

/* Polls that are due before an alarm may fire (a packed Chromium fires none within 30 s) are run by a timer of the
   living worker; the alarm stays set behind it. */

const minDelayMs = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;
let onFire: (orderIds: string[]) => void = () => undefined;

export function onShortTimer(listener: (orderIds: string[]) => void): void {
  onFire = listener;
}

/** Sets the one timer for the orders that are due first, if that is sooner than an alarm could be. */
export function setShortTimer(orders: readonly { id: string; at: number }[], now: number): void {
  clearTimeout(timer);
  const first = Math.min(...orders.map(({ at }) => at));
  if (first >= now + shortestAlarmMs) return;
  const ids = orders.filter(({ at }) => at <= first).map(({ id }) => id);
  timer = setTimeout(() => onFire(ids), Math.max(first - now, minDelayMs));
}
