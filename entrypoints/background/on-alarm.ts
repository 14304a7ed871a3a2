import { keys } from '../../utils/browser/storage-keys.ts';
import { tryRevocations } from './accounts/revocations.ts';
import { applyState } from './apply-state.ts';
import { type NextSteps, planNextSteps } from './next-steps.ts';
import { pollOrders } from './orders/poll-orders.ts';
import { checkAccount } from './polling/check-account.ts';
import { read } from './state/state-store.ts';

/** Does what the alarm was set for, whatever the clock says now, and what has become due since. */
export async function onAlarm(): Promise<void> {
  const next = await planNextSteps();
  await (navigator.onLine ? carryOut(next) : Promise.all(next.due.manualAccounts.map(checkAccount)));
  await applyState();
}

async function carryOut({ due, alarm }: NextSteps): Promise<void> {
  const set = (await read(keys.alarmPlan)) ?? alarm;
  await Promise.all([
    ...[...new Set([...(set?.checks ?? []), ...due.accounts])].map(checkAccount),
    pollOrders([...(set?.orders ?? []), ...due.orders]),
    tryRevocations(),
  ]);
}
