import { keys } from '../../utils/browser/storage-keys.ts';
import { applyState } from './apply-state.ts';
import { tryRevocations } from './connect/sign-out.ts';
import { pollOrders } from './orders/poll-orders.ts';
import { planNext } from './plan-next.ts';
import { checkAccount } from './polling/refresh-account.ts';
import { read, readIndex } from './state/store.ts';

/** A fired alarm is trusted: it does what it was set for, whatever the clock says now. */
export async function onAlarm(): Promise<void> {
  const due = await dueNow();
  await (navigator.onLine ? checkDue(due) : Promise.all((await manualAccountsAmong(due)).map(checkAccount)));
  await applyState();
}

async function checkDue(due: string[]): Promise<void> {
  const plan = await planNext();
  const alarmPlan = (await read(keys.alarmPlan)) ?? plan.alarmPlan;
  const orders = plan.orders.filter(({ at }) => at <= Date.now()).map(({ id }) => id);
  await Promise.all([
    ...[...new Set([...(alarmPlan?.checks ?? []), ...due])].map(checkAccount),
    pollOrders([...(alarmPlan?.orders ?? []), ...orders]),
    tryRevocations(),
  ]);
}

async function dueNow(): Promise<string[]> {
  const index = await readIndex();
  const checks = await Promise.all(index.accounts.map(async ({ id }) => ({ id, check: await read(keys.check(id)) })));
  return checks.filter(({ check }) => check !== null && check.nextCheckAt <= Date.now()).map(({ id }) => id);
}

/** A plan entered by hand begins its new month without any network. */
async function manualAccountsAmong(ids: string[]): Promise<string[]> {
  const accounts = await Promise.all(ids.map((id) => read(keys.account(id))));
  return accounts.flatMap((account) => (account?.seller.meteredBy === 'user' ? [account.id] : []));
}
