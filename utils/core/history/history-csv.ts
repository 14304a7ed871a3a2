import type { Order } from '../orders/order.ts';
import { placedOrders } from '../orders/order-status.ts';
import { csvCell, csvDocument } from '../values/csv.ts';
import { moneyDecimal } from '../values/money.ts';
import { wallClock } from '../values/time.ts';
import type { ObservedUsage } from './recent-days.ts';
import type { BalanceChange, ChangeCause } from './usage-samples.ts';

type Row = {
  from: number;
  to: number;
  cause: ChangeCause | 'used' | 'order';
  bytes: number | null;
  leftBytes: number | null;
  module: string;
  order: Order | null;
};

const header = 'from,to,card,cause,bytes,left_bytes,module,order,plan,state,price,currency,confirmation_code';

/**
 * All usage, changes and orders of a card as CSV, oldest first; instants in UTC. `title`: the card's name. The row of
 * an order spans from its creation to its last change; its bytes are the plan's, empty where it is unlimited. Texts of
 * others are in quotes; numbers, times and our own words are not. `areTermsTold` false: plan, amount and price of the
 * orders are at most what the user usually buys, so that their cells are empty.
 */
export function historyCsv(
  observed: ObservedUsage,
  changes: readonly BalanceChange[],
  orders: readonly Order[],
  title: string,
  areTermsTold: boolean,
): string {
  const orderRows = placedOrders(orders).map((order) => orderRow(order, areTermsTold));
  const rows = [...usedRows(observed), ...changes.map(changeRow), ...orderRows];
  rows.sort((a, b) => a.to - b.to || a.from - b.from);
  return csvDocument(
    header,
    rows.map(({ from, to, cause, bytes, leftBytes, module, order }) => [
      ...[instant(from), instant(to), csvCell(title), cause],
      ...[bytes ?? '', leftBytes ?? '', module === '' ? '' : csvCell(module)],
      ...orderCells(order, areTermsTold),
    ]),
  );
}

function usedRows(observed: ObservedUsage): Row[] {
  return observed.flatMap(({ since, intervals }) =>
    intervals
      .map(([to, bytes, leftBytes], at): Row => {
        const from = intervals[at - 1]?.[0] ?? since;
        return { from, to, cause: 'used', bytes, leftBytes, module: '', order: null };
      })
      .filter(({ bytes }) => bytes !== null && bytes > 0),
  );
}

function changeRow({ at, cause, bytes, name }: BalanceChange): Row {
  return { from: at, to: at, cause, bytes, leftBytes: null, module: name, order: null };
}

function orderRow(order: Order, areTermsTold: boolean): Row {
  const { createdAt: from, changedAt: to, quotaBytes } = order;
  return { from, to, cause: 'order', bytes: areTermsTold ? quotaBytes : null, leftBytes: null, module: '', order };
}

function orderCells(order: Order | null, areTermsTold: boolean): string[] {
  if (order === null) return ['', '', '', '', '', ''];
  const { id, planName, state, confirmationCode } = order;
  const plan = areTermsTold ? csvCell(planName) : '';
  const cost = areTermsTold ? order.cost : null;
  const code = confirmationCode === null ? '' : csvCell(confirmationCode);
  return [csvCell(id), plan, state, cost ? moneyDecimal(cost) : '', cost?.currency ?? '', code];
}

function instant(at: number): string {
  return new Date(Math.round(at)).toISOString();
}

/** "gigabar-axis-europe-2026-11-23.csv": letters and digits of any script stay. */
export function csvFileName(title: string, now: number, zone?: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `gigabar-${slug || 'card'}-${new Date(wallClock(now, zone)).toISOString().slice(0, 10)}.csv`;
}
