import { keys } from '../../utils/browser/storage-keys.ts';
import { minuteMs } from '../../utils/core/values/time.ts';
import { tryRevocations } from './accounts/revocations.ts';
import { thenApplyState, wakeAgainLater } from './apply-state.ts';
import { planNextSteps } from './next-steps.ts';
import { hasJustStarted } from './on-start.ts';
import { pollOrders } from './orders/poll-orders.ts';
import { checkAccount } from './polling/check-account.ts';
import { resumeChecks } from './polling/resume-checks.ts';
import { read } from './state/state-store.ts';

/** `isFallback`: it was set for nothing but that work before it was cut short. `scheduledAt`: our clock. */
export type FiredAlarm = { isFallback: boolean; scheduledAt: number };

/** Does what the alarm was set for, whatever the clock says now, and what has become due since. */
export async function onAlarm(
  { isFallback, scheduledAt }: FiredAlarm = { isFallback: false, scheduledAt: Date.now() },
): Promise<void> {
  const hasJustWoken = Date.now() - scheduledAt > minuteMs;
  await wakeAgainLater();
  await thenApplyState(async () => {
    if (!navigator.onLine) {
      const { due } = await planNextSteps();
      await Promise.allSettled(due.manualAccounts.map((id) => checkAccount(id)));
    } else {
      await carryOut(isFallback, hasJustWoken);
    }
  }).catch(() => undefined);
}

async function carryOut(isFallback: boolean, hasJustWoken: boolean): Promise<void> {
  const set = isFallback ? null : await read(keys.alarmPlan);
  if (set?.reason === 'offline') await resumeChecks('online');
  // What was missed meanwhile has its time by now.
  const isResumed = (await hasJustStarted()) || set?.reason === 'offline';
  const { due, alarm } = await planNextSteps();
  const checks = isResumed || isFallback ? [] : (set ?? alarm)?.checks;
  await Promise.allSettled([
    ...[...new Set([...(checks ?? []), ...due.accounts])].map((id) => checkAccount(id, { hasJustWoken })),
    pollOrders([...((isFallback ? null : (set ?? alarm))?.orders ?? []), ...due.orders]),
    tryRevocations(),
  ]);
}
