import { keys } from '../../utils/browser/storage-keys.ts';
import type { AccountIndex } from '../../utils/core/accounts/account-index.ts';
import { nextPollAt, ordersAfterClockSetBack } from '../../utils/core/orders/order-polling.ts';
import { type AlarmPlan, planAlarm } from '../../utils/core/polling/alarm-plan.ts';
import { afterClockSetBack, isSnapshotLost } from '../../utils/core/polling/check-schedule.ts';
import { snapshotAfterClockSetBack, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { hasNoProvider, needsUserAction, retryAfterOf } from '../../utils/core/values/failure.ts';
import { listCardIds } from './accounts/account-store.ts';
import { retryAt } from './accounts/revocations.ts';
import { changeOf, readAll, readIndex, type StoredValues, updateAll } from './state/state-store.ts';

/**
 * What comes next, by all that is stored. `alarm`: what the alarm is to be set for; null: nothing. `orders`, `checks`:
 * when to poll which order, and to check which account. `due`: what is overdue now; the check of a manual account needs
 * no network. `first`: the account to check first that its seller lets be checked; null: none. `isClockSetBack`: what is
 * stored was moved along with it.
 */
export type NextSteps = {
  alarm: AlarmPlan | null;
  orders: { id: string; at: number; accountId: string }[];
  checks: { id: string; at: number }[];
  due: { accounts: string[]; manualAccounts: string[]; orders: string[] };
  first: string | null;
  isClockSetBack: boolean;
};

/** When time alone changes what is told, or what the toolbar shows: see `planAlarm`. */
export type TimedChanges = { alerts: number[]; toolbarAt: number | null };

/** The one plan: the alarm is set by it, and what a fired alarm has to do is read from it. */
export async function planNextSteps(timed: TimedChanges = { alerts: [], toolbarAt: null }): Promise<NextSteps> {
  const index = await readIndex();
  const now = Date.now();
  const { values, isClockSetBack } = await readForClock(index);
  const accounts = planAccounts(index, values, now);
  const orders = planOrders(index, values, accounts, now);
  const retries = (values(keys.revocations) ?? []).map(({ nextAt }) => retryAt(nextAt, now));
  const due = accounts.filter(({ isDue }) => isDue);
  return {
    alarm: planAlarm({
      ...{ accounts, orders, ...timed, retries, now },
      isOnline: navigator.onLine,
      before: values(keys.alarmPlan),
    }),
    orders,
    checks: accounts.map(({ id, nextCheckAt }) => ({ id, at: nextCheckAt })),
    due: {
      accounts: due.map(({ id }) => id),
      manualAccounts: due.filter(({ isManual }) => isManual).map(({ id }) => id),
      orders: orders.filter(({ at }) => at <= now).map(({ id }) => id),
    },
    first: firstToCheck(accounts, now),
    isClockSetBack,
  };
}

function firstToCheck(accounts: readonly AccountPlan[], now: number): string | null {
  const allowed = accounts.filter(({ retryAfter }) => retryAfter <= now);
  return allowed.sort((a, b) => a.nextCheckAt - b.nextCheckAt)[0]?.id ?? null;
}

type AccountPlan = ReturnType<typeof planAccounts>[number];

/**
 * All that the plan depends on, read at once. Values with times of ours are written only where the clock was set back:
 * else they stay the same objects.
 */
async function readForClock(index: AccountIndex): Promise<{ values: StoredValues; isClockSetBack: boolean }> {
  const checks = index.accounts.map(({ id }) => keys.check(id));
  const snapshots = index.accounts.map(({ id }) => keys.snapshot(id));
  const orders = listCardIds(index).map((card) => keys.orders(card));
  const adjustable = [...checks, ...snapshots, ...orders];
  const values = await readAll([
    keys.revocations,
    keys.alarmPlan,
    ...index.accounts.map(({ id }) => keys.account(id)),
    ...adjustable,
  ]);
  const adjusted = (latest: StoredValues) => [
    ...index.accounts.map(({ id }) => {
      const seller = values(keys.account(id))?.seller;
      const isOurClock = seller?.meteredBy !== 'network' || seller.page !== null;
      const move = (saved: UsageSnapshot, now: number) => snapshotAfterClockSetBack(saved, isOurClock, now);
      return changeOf(keys.snapshot(id), adjust(latest(keys.snapshot(id)), move));
    }),
    ...checks.map((key) => changeOf(key, adjust(latest(key), afterClockSetBack))),
    ...orders.map((key) => changeOf(key, adjust(latest(key), ordersAfterClockSetBack))),
  ];
  const changed = adjusted(values).flatMap(([key, value]) => (value === values(key) ? [] : [key]));
  if (changed.length === 0) return { values, isClockSetBack: false };
  const names = changed.map(({ name }) => name);
  const after = await updateAll(adjustable, (latest) => adjusted(latest).filter(([key]) => names.includes(key.name)));
  return { values: (key) => (names.includes(key.name) ? after(key) : values(key)), isClockSetBack: true };
}

function adjust<T>(saved: T | null, toClock: (saved: T, now: number) => T): T | null {
  return saved && toClock(saved, Date.now());
}

function planAccounts({ accounts }: AccountIndex, values: StoredValues, now: number) {
  return accounts.map(({ id }) => {
    const check = values(keys.check(id));
    const account = values(keys.account(id));
    const snapshot = values(keys.snapshot(id));
    const failure = check?.failure ?? null;
    const isHeldUp = (needsUserAction(failure) && failure?.kind !== 'card-gone') || hasNoProvider(failure);
    const isLost = isSnapshotLost(check, snapshot?.checkedAt ?? null);
    return {
      id,
      nextCheckAt: isLost ? now : (check?.nextCheckAt ?? now),
      /** Without a schedule its first check is under way. */
      isDue: check !== null && (isLost || check.nextCheckAt <= now),
      retryAfter: retryAfterOf(failure) ?? 0,
      notBefore: failure && check ? check.nextCheckAt : 0,
      /**
       * A seller that does not answer until the user has signed in is not polled for an order either. One that does
       * not know a card any more still knows its orders.
       */
      ordersNotBefore: isHeldUp ? (check?.nextCheckAt ?? 0) : 0,
      seller: account?.seller ?? null,
      isManual: account?.seller.meteredBy === 'user',
    };
  });
}

function planOrders(index: AccountIndex, values: StoredValues, accounts: readonly AccountPlan[], now: number) {
  return listCardIds(index).flatMap((card) => {
    const account = accounts.find(({ id }) => id === card.accountId);
    // Of a manual card nobody can say how an order stands.
    if (!account?.seller || account.isManual) return [];
    const { seller, retryAfter, ordersNotBefore } = account;
    return (values(keys.orders(card)) ?? []).flatMap((order) => {
      const at = nextPollAt(order, seller, now);
      return at === null
        ? []
        : [{ id: order.id, at: Math.max(at, retryAfter, ordersNotBefore), accountId: account.id }];
    });
  });
}
