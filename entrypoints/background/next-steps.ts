import { keys } from '../../utils/browser/storage-keys.ts';
import type { AccountIndex } from '../../utils/core/accounts/account-index.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { nextPollAt, withoutFutureTimes } from '../../utils/core/orders/order-polling.ts';
import { type AlarmPlan, planAlarm } from '../../utils/core/polling/alarm-plan.ts';
import { afterClockSetBack, type CheckState } from '../../utils/core/polling/check-schedule.ts';
import { defaultSettings, toPollIntervalMs } from '../../utils/core/settings.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { staleAt } from '../../utils/core/usage/staleness.ts';
import { needsUserAction, retryAfterOf } from '../../utils/core/values/failure.ts';
import { listCardIds } from './accounts/account-store.ts';
import { readOrders, updateOrders } from './orders/order-store.ts';
import { read, readIndex, update } from './state/state-store.ts';

/**
 * What comes next, by all that is stored. `alarm`: what the alarm is to be set for; null: nothing. `orders`: when to
 * poll which order. `due`: what is overdue now; the check of a manual account needs no network.
 */
export type NextSteps = {
  alarm: AlarmPlan | null;
  orders: { id: string; at: number }[];
  due: { accounts: string[]; manualAccounts: string[]; orders: string[] };
};

/**
 * The one plan: the alarm is set by it, and what a fired alarm has to do is read from it. `alerts`: see `planAlarm`.
 */
export async function planNextSteps(alerts: number[] = []): Promise<NextSteps> {
  const index = await readIndex();
  const now = Date.now();
  const accounts = await planAccounts(index, now);
  const orders = await planOrders(index, accounts, now);
  const retries = ((await read(keys.revocations)) ?? []).map(({ nextAt }) => nextAt);
  const due = accounts.filter(({ isDue }) => isDue);
  return {
    alarm: planAlarm({ accounts, orders, alerts, retries, isOnline: navigator.onLine, now }),
    orders,
    due: {
      accounts: due.map(({ id }) => id),
      manualAccounts: due.filter(({ isManual }) => isManual).map(({ id }) => id),
      orders: orders.filter(({ at }) => at <= now).map(({ id }) => id),
    },
  };
}

type AccountPlan = Awaited<ReturnType<typeof planAccounts>>[number];

async function planAccounts({ accounts }: AccountIndex, now: number) {
  const pollIntervalMs = toPollIntervalMs((await read(keys.settings)) ?? defaultSettings);
  return Promise.all(
    accounts.map(async ({ id }) => {
      const check = await readCheck(id);
      const account = await read(keys.account(id));
      const snapshot = await read(keys.snapshot(id));
      const failure = check?.failure ?? null;
      return {
        id,
        nextCheckAt: check?.nextCheckAt ?? now,
        /** Without a schedule its first check is under way. */
        isDue: check !== null && check.nextCheckAt <= now,
        retryAfter: retryAfterOf(failure) ?? 0,
        /** A seller that does not answer until the user has signed in is not polled for an order either. */
        ordersNotBefore: needsUserAction(failure) ? (check?.nextCheckAt ?? 0) : 0,
        seller: account?.seller ?? null,
        isManual: account?.seller.meteredBy === 'user',
        isDaily: check?.reason === 'daily',
        staleAt: snapshot ? staleAt(snapshot, pollIntervalMs) : null,
      };
    }),
  );
}

/** A schedule from the future was made before the clock was set back: it moves with the clock. */
async function readCheck(accountId: string): Promise<CheckState | null> {
  const key = keys.check(accountId);
  const saved = await read(key);
  if (saved === null || afterClockSetBack(saved, Date.now()) === saved) return saved;
  return update(key, (latest) => latest && afterClockSetBack(latest, Date.now()));
}

/** The same for orders. */
async function readOrderTimes(card: CardId): Promise<Order[]> {
  const saved = await readOrders(card);
  const now = Date.now();
  if (saved.every((order) => withoutFutureTimes(order, now) === order)) return saved;
  await updateOrders(card, (orders) => orders.map((order) => withoutFutureTimes(order, Date.now())));
  return readOrders(card);
}

async function planOrders(index: AccountIndex, accounts: readonly AccountPlan[], now: number) {
  const polls = await Promise.all(
    listCardIds(index).map(async (card) => {
      const account = accounts.find(({ id }) => id === card.accountId);
      // Of a manual card nobody can say how an order stands.
      if (!account?.seller || account.isManual) return [];
      const { seller, retryAfter, ordersNotBefore } = account;
      return (await readOrderTimes(card)).flatMap((order) => {
        const at = nextPollAt(order, seller, now);
        return at === null ? [] : [{ id: order.id, at: Math.max(at, retryAfter, ordersNotBefore) }];
      });
    }),
  );
  return polls.flat();
}
