import { keys } from '../../utils/browser/storage-keys.ts';
import { tryRevocations } from './accounts/revocations.ts';
import { thenApplyState, wakeAgainLater } from './apply-state.ts';
import { type NextSteps, planNextSteps } from './next-steps.ts';
import { pollOrders } from './orders/poll-orders.ts';
import { checkAccount } from './polling/check-account.ts';
import { read } from './state/state-store.ts';

/**
 * Does what the alarm was set for, whatever the clock says now, and what has become due since. `isFallback`: it was set
 * for nothing but that work before it was cut short.
 */
export async function onAlarm(isFallback = false): Promise<void> {
  await wakeAgainLater();
  await thenApplyState(async () => {
    const next = await planNextSteps();
    await (navigator.onLine
      ? carryOut(next, isFallback)
      : Promise.allSettled(next.due.manualAccounts.map(checkAccount)));
  }).catch(() => undefined);
}

async function carryOut({ due, alarm }: NextSteps, isFallback: boolean): Promise<void> {
  const set = isFallback ? null : ((await read(keys.alarmPlan)) ?? alarm);
  await Promise.allSettled([
    ...[...new Set([...(set?.checks ?? []), ...due.accounts])].map(checkAccount),
    pollOrders([...(set?.orders ?? []), ...due.orders]),
    tryRevocations(),
  ]);
}
