import { shortestAlarmMs } from '../../../utils/core/polling/plan-alarm.ts';

type Due = { id: string; at: number };

/** What is overdue is no reason for a rush. */
const minDelayMs = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;
let onFire: (ids: string[]) => void = () => undefined;

/** Who looks at orders that are due before an alarm may ring. */
export function onShortTimer(listener: (ids: string[]) => void): void {
  onFire = listener;
}

/** A packed Chromium rings no alarm within half a minute: nearer looks are for this living worker, the alarm behind it. */
export function setShortTimer(orders: readonly Due[], now: number): void {
  clearTimeout(timer);
  const first = Math.min(...orders.map(({ at }) => at));
  if (first >= now + shortestAlarmMs) return;
  const ids = orders.filter(({ at }) => at <= first).map(({ id }) => id);
  timer = setTimeout(() => onFire(ids), Math.max(first - now, minDelayMs));
}
