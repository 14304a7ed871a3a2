import { keys } from '../../utils/browser/storage-keys.ts';
import { nextPollAt } from '../../utils/core/orders/order-polling.ts';
import { type AlarmPlan, planAlarm } from '../../utils/core/polling/plan-alarm.ts';
import { toPollIntervalMs, withSettingsDefaults } from '../../utils/core/settings.ts';
import { staleAt } from '../../utils/core/usage/usage-snapshot.ts';
import { needsUserAction, retryAfterOf } from '../../utils/core/values/failure.ts';
import { listCardIds } from './accounts/account-store.ts';
import { readOrders } from './orders/order-store.ts';
import { read, readIndex } from './state/store.ts';

/** What the alarm should be set for, by all that is saved; and when to look at which order. */
export async function planNext(
  alerts: number[] = [],
): Promise<{ alarmPlan: AlarmPlan | null; orders: { id: string; at: number }[] }> {
  const index = await readIndex();
  const now = Date.now();
  const pollIntervalMs = toPollIntervalMs(withSettingsDefaults(await read(keys.settings)));
  const accounts = await Promise.all(
    index.accounts.map(async ({ id }) => {
      const check = await read(keys.check(id));
      const account = await read(keys.account(id));
      const snapshot = await read(keys.snapshot(id));
      return {
        id,
        nextCheckAt: check && check.triedAt <= now ? check.nextCheckAt : now,
        retryAfter: retryAfterOf(check?.failure ?? null) ?? 0,
        /** A seller that will not answer until the person has signed in is asked about no order either. */
        ordersFrom: needsUserAction(check?.failure ?? null) ? (check?.nextCheckAt ?? 0) : 0,
        seller: account?.seller ?? null,
        isDaily: check?.reason === 'daily',
        staleAt: snapshot ? staleAt(snapshot, pollIntervalMs) : null,
      };
    }),
  );
  const looks = await Promise.all(
    listCardIds(index).map(async (card) => {
      const { seller, retryAfter = 0, ordersFrom = 0 } = accounts.find(({ id }) => id === card.accountId) ?? {};
      return (await readOrders(card)).flatMap((order) => {
        // Where the person tells the balance, nobody can be asked how an order stands.
        const at = seller && seller.meteredBy !== 'user' ? nextPollAt(order, seller, now) : null;
        return at === null ? [] : [{ id: order.id, at: Math.max(at, retryAfter, ordersFrom) }];
      });
    }),
  );
  const retries = ((await read(keys.revocations)) ?? []).map(({ nextAt }) => nextAt);
  const orders = looks.flat();
  return { alarmPlan: planAlarm({ accounts, orders, alerts, retries, isOnline: navigator.onLine, now }), orders };
}
