import { isOpen, needsBalanceProof, type Order } from '../../utils/core/orders/order.ts';
import { type CheckState, refreshAllowedAt } from '../../utils/core/polling/check-schedule.ts';
import { hourMs, minuteMs } from '../../utils/core/values/time.ts';

/** Whether the popup shows something that changes each second: a cool-down about to end, an order in progress. */
export function needsSeconds(check: CheckState | null, orders: Order[], now: number): boolean {
  const allowedAt = refreshAllowedAt(check);
  // After an hour the elapsed time of an order is shown in minutes.
  const isRecent = (order: Order) => now < Math.max(order.createdAt, order.paidAt ?? 0) + hourMs;
  const isTicking = (order: Order) => isRecent(order) && (isOpen(order, now) || needsBalanceProof(order));
  return (now < allowedAt && allowedAt - now < minuteMs) || orders.some(isTicking);
}
