import { hourMs } from '../values/time.ts';
import { lacksProof, type Order, type OrderNews } from './order.ts';
import { isLate, lateAt, type Usual } from './order-polling.ts';

/** News of so long ago are none. */
export const newsForMs = 12 * hourMs;

/** What is to be told of an order now and was not, or null. */
export function newsOf(order: Order, usual: Usual, now: number): OrderNews | null {
  const due = dueNews(order, usual, now);
  if (due === null || order.told.includes(due)) return null;
  const since = due === 'late' ? lateAt(order, usual) : order.changedAt;
  return now < (since ?? now) + newsForMs ? due : null;
}

function dueNews(order: Order, usual: Usual, now: number): OrderNews | null {
  switch (order.state) {
    case 'credited':
      if (isLate(order, usual, now)) return lateNews(order, usual);
      return now >= arrivedAt(order, usual) ? 'arrived' : null;
    case 'queued':
      return 'queued';
    case 'payment-failed':
      return 'failed';
    case 'refunded':
      return 'refunded';
    case 'paid':
    case 'unknown':
      return isLate(order, usual, now) ? lateNews(order, usual) : null;
    default:
      return null;
  }
}

/** Not before the seller was asked once more. */
function lateNews(order: Order, usual: Usual): OrderNews | null {
  return (order.lookedAt ?? 0) >= (lateAt(order, usual) ?? 0) ? 'late' : null;
}

/** The balance comes first, so that the news can tell it; but it is not waited for longer than the seller usually takes. */
function arrivedAt(order: Order, { dataDelayMs, creditMs }: Usual): number {
  return lacksProof(order) ? order.changedAt + Math.max(dataDelayMs ?? 0, creditMs) : order.changedAt;
}

/** When time alone makes news due next; null: never. */
export function nextNewsAt(order: Order, usual: Usual, now: number): number | null {
  const moments = [lateAt(order, usual), lacksProof(order) ? arrivedAt(order, usual) : null];
  const coming = moments.filter((at) => at !== null && at > now) as number[];
  return coming.length > 0 ? Math.min(...coming) : null;
}
