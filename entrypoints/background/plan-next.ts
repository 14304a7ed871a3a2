import { keys } from '../../utils/browser/storage-keys.ts';
import { nextLookAt } from '../../utils/core/orders/order-polling.ts';
import { planWake, type Wake } from '../../utils/core/polling/plan-alarm.ts';
import { paceMsOf, settingsFrom } from '../../utils/core/settings.ts';
import { staleAtFor } from '../../utils/core/usage/usage-snapshot.ts';
import { holdOf, needsPerson } from '../../utils/core/values/failure.ts';
import { cardsOf } from './accounts/account-store.ts';
import { ordersOf } from './orders/order-store.ts';
import { read, readIndex } from './state/store.ts';

/** What the alarm should be set for, by all that is saved; and when to look at which order. */
export async function planned(
  alerts: number[] = [],
): Promise<{ wake: Wake | null; orders: { id: string; at: number }[] }> {
  const index = await readIndex();
  const now = Date.now();
  const paceMs = paceMsOf(settingsFrom(await read(keys.settings)));
  const accounts = await Promise.all(
    index.accounts.map(async ({ id }) => {
      const check = await read(keys.check(id));
      const account = await read(keys.account(id));
      const reading = await read(keys.reading(id));
      return {
        id,
        nextCheckAt: check && check.triedAt <= now ? check.nextCheckAt : now,
        heldUntil: holdOf(check?.failure ?? null) ?? 0,
        /** A seller that will not answer until the person has signed in is asked about no order either. */
        ordersFrom: needsPerson(check?.failure ?? null) ? (check?.nextCheckAt ?? 0) : 0,
        seller: account?.seller ?? null,
        isDaily: check?.why === 'daily',
        staleAt: reading ? staleAtFor(reading, paceMs) : null,
      };
    }),
  );
  const looks = await Promise.all(
    cardsOf(index).map(async (card) => {
      const { seller, heldUntil = 0, ordersFrom = 0 } = accounts.find(({ id }) => id === card.accountId) ?? {};
      return (await ordersOf(card)).flatMap((order) => {
        // Where the person tells the balance, nobody can be asked how an order stands.
        const at = seller && seller.countedBy !== 'person' ? nextLookAt(order, seller, now) : null;
        return at === null ? [] : [{ id: order.id, at: Math.max(at, heldUntil, ordersFrom) }];
      });
    }),
  );
  const retries = ((await read(keys.revocations)) ?? []).map(({ nextAt }) => nextAt);
  const orders = looks.flat();
  return { wake: planWake({ accounts, orders, alerts, retries, isOnline: navigator.onLine, now }), orders };
}
