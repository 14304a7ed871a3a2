import { type Key, keys } from '../../utils/browser/storage-keys.ts';
import type { AccountIndex } from '../../utils/core/accounts/account-index.ts';
import { nextPollAt, ordersAfterClockSetBack } from '../../utils/core/orders/order-polling.ts';
import { type AlarmPlan, planAlarm } from '../../utils/core/polling/alarm-plan.ts';
import { afterClockSetBack, isSnapshotLost } from '../../utils/core/polling/check-schedule.ts';
import { defaultSettings, toPollIntervalMs } from '../../utils/core/settings.ts';
import type { Stored, StoredKind } from '../../utils/core/storage/stored-values.ts';
import { staleAt } from '../../utils/core/usage/staleness.ts';
import { needsUserAction, retryAfterOf } from '../../utils/core/values/failure.ts';
import { listCardIds } from './accounts/account-store.ts';
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
      const check = await readForClock(keys.check(id), afterClockSetBack);
      const account = await read(keys.account(id));
      const snapshot = await read(keys.snapshot(id));
      const failure = check?.failure ?? null;
      const isLost = isSnapshotLost(check, snapshot?.checkedAt ?? null);
      return {
        id,
        nextCheckAt: isLost ? now : (check?.nextCheckAt ?? now),
        /** Without a schedule its first check is under way. */
        isDue: check !== null && (isLost || check.nextCheckAt <= now),
        retryAfter: retryAfterOf(failure) ?? 0,
        /**
         * A seller that does not answer until the user has signed in is not polled for an order either. One that does
         * not know a card any more still knows its orders.
         */
        ordersNotBefore: needsUserAction(failure) && failure?.kind !== 'card-gone' ? (check?.nextCheckAt ?? 0) : 0,
        seller: account?.seller ?? null,
        isManual: account?.seller.meteredBy === 'user',
        isDaily: check?.reason === 'daily',
        staleAt: snapshot ? staleAt(snapshot, pollIntervalMs) : null,
      };
    }),
  );
}

/** A value with times of ours. It is written only where the clock was set back, else `adjust` returns the same object. */
async function readForClock<K extends StoredKind>(
  key: Key<K>,
  adjust: (saved: Stored<K>, now: number) => Stored<K>,
): Promise<Stored<K> | null> {
  const saved = await read(key);
  if (saved === null || adjust(saved, Date.now()) === saved) return saved;
  return update(key, (latest) => latest && adjust(latest, Date.now()));
}

async function planOrders(index: AccountIndex, accounts: readonly AccountPlan[], now: number) {
  const polls = await Promise.all(
    listCardIds(index).map(async (card) => {
      const account = accounts.find(({ id }) => id === card.accountId);
      // Of a manual card nobody can say how an order stands.
      if (!account?.seller || account.isManual) return [];
      const { seller, retryAfter, ordersNotBefore } = account;
      const orders = await readForClock(keys.orders(card), ordersAfterClockSetBack);
      return (orders ?? []).flatMap((order) => {
        const at = nextPollAt(order, seller, now);
        return at === null ? [] : [{ id: order.id, at: Math.max(at, retryAfter, ordersNotBefore) }];
      });
    }),
  );
  return polls.flat();
}
