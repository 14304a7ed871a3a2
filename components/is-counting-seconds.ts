import { isOpen, type Order } from '../utils/core/order.ts';
import { type CheckState, refreshAllowedAt } from '../utils/core/schedule.ts';
import { minuteMs } from '../utils/core/time.ts';

/** Whether the popup shows something that changes by the second: a cool-down about to end, an order under way. */
export function isCountingSeconds(check: CheckState | null, orders: Order[], now: number): boolean {
  const allowedAt = refreshAllowedAt(check);
  return (now < allowedAt && allowedAt - now < minuteMs) || orders.some((order) => isOpen(order, now));
}
