import { isPaid, type Order } from '../orders/order.ts';
import { actualTerms } from '../orders/order-terms.ts';
import { type Money, moneyFromNanos, toNanos } from '../values/money.ts';
import { billingMonth } from '../values/time.ts';

/** What was paid in a calendar month, in each currency by itself. */
export type MonthSpending = { startsAt: number; amounts: Money[] };

/** Of the orders that were paid and not paid back, as far as their prices are known; the newest month first. */
export function spentByMonth(orders: readonly Order[], zone?: string): MonthSpending[] {
  const payments = orders.flatMap((order) => {
    const { cost } = actualTerms(order);
    return isPaid(order) && cost ? [{ at: order.paidAt ?? order.createdAt, cost }] : [];
  });
  const newestFirst = payments.sort((a, b) => b.at - a.at);
  const months = Map.groupBy(newestFirst, ({ at }) => billingMonth(1, at, zone).startsAt);
  return [...months].map(([startsAt, ofMonth]) => ({ startsAt, amounts: sums(ofMonth.map(({ cost }) => cost)) }));
}

function sums(costs: readonly Money[]): Money[] {
  const byCurrency = Map.groupBy(costs, ({ currency }) => currency);
  return [...byCurrency].map(([currency, same]) =>
    moneyFromNanos(
      currency,
      same.reduce((sum, cost) => sum + toNanos(cost), 0n),
    ),
  );
}
