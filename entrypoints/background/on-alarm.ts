import { keys } from '../../utils/browser/storage-keys.ts';
import { ringsFor } from '../../utils/core/polling/alarm-plan.ts';
import { minuteMs } from '../../utils/core/values/time.ts';
import { tryRevocations } from './accounts/revocations.ts';
import { thenApplyState, wakeAgainLater } from './apply-state.ts';
import { planNextSteps } from './next-steps.ts';
import { hasJustStarted } from './on-start.ts';
import { pollOrders } from './orders/follow-orders.ts';
import { checkAccount } from './polling/check-account.ts';
import { resumeChecks } from './polling/resume-checks.ts';
import type { ShortlyDue } from './polling/short-timer.ts';
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
      await carryOut({ isFallback, scheduledAt }, hasJustWoken);
    }
  }).catch(() => undefined);
}

async function carryOut({ isFallback, scheduledAt }: FiredAlarm, hasJustWoken: boolean): Promise<void> {
  const saved = isFallback ? null : await read(keys.alarmPlan);
  const isOnlineAgain = saved?.reason === 'offline';
  const hasStarted = await hasJustStarted();
  const resumedNow = await resumeAfterPause(isOnlineAgain, hasJustWoken && !hasStarted);
  // What was missed has its time by now.
  const isResumed = hasStarted || isOnlineAgain;
  const { due, alarm, first } = await planNextSteps();
  const ringing = saved && ringsFor(saved, scheduledAt);
  // What an earlier plan set it for is due by now.
  const set = isFallback || ringing === 'earlier-plan' ? null : (saved ?? alarm);
  const planned = isResumed ? [] : (set?.checks ?? []).filter((id) => !resumedNow.includes(id));
  const checks = ringing === 'others' && first !== null ? [...planned, first] : planned;
  await Promise.allSettled([
    ...[...new Set([...checks, ...due.accounts])].map((id) => checkAccount(id, { hasJustWoken })),
    pollOrders([...(set?.orders ?? []), ...due.orders]),
    tryRevocations(),
  ]);
}

async function resumeAfterPause(isOnlineAgain: boolean, hasJustWoken: boolean): Promise<string[]> {
  if (isOnlineAgain) return resumeChecks('online');
  return hasJustWoken ? resumeChecks('sleep') : [];
}

/** What was due before an alarm could ring. */
export async function onShortlyDue({ orders, checks }: ShortlyDue): Promise<void> {
  await thenApplyState(() => Promise.allSettled([pollOrders(orders), ...checks.map((id) => checkAccount(id))]));
}
