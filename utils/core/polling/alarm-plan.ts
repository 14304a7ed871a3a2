import { minuteMs } from '../values/time.ts';

const offlineDelayMs = minuteMs;

/** A packed Chromium delays alarms that are nearer than this; an unpacked one does not. */
export const shortestAlarmMs = 30_000;
/** No browser rings an alarm that much before its time. */
const earlyMs = 5_000;

export type AlarmPlanInput = {
  /** `notBefore`: after a failure its next check, which nothing brings forward; 0 after a good one. */
  accounts: { id: string; nextCheckAt: number; notBefore: number }[];
  /** When to poll which order, and whose it is. */
  orders: { id: string; at: number; accountId: string }[];
  /** When time alone may make a notification due. */
  alerts?: number[];
  /** When time alone changes what the toolbar shows; null: never. */
  toolbarAt?: number | null;
  /** When to retry telling a seller of a sign-out. */
  retries: number[];
  isOnline: boolean;
  /** The plan that this one replaces. */
  before?: AlarmPlan | null;
  now: number;
};

/**
 * What the one alarm is set for. `setAt`: when that was. `rangAt`: the time of the last alarm before it that had rung by
 * then, whose event may still have been on its way; null: none. `checks`, `orders`: what is done when it fires, whatever
 * the clock says then.
 */
export type AlarmPlan = {
  at: number;
  setAt: number;
  rangAt: number | null;
  reason: 'check' | 'order' | 'toolbar' | 'alert' | 'retry' | 'offline';
  checks: string[];
  orders: string[];
};

/**
 * The one alarm: set for the earliest of all. For an order its account is checked too, which may be before the seller's
 * minimum. For nothing else: plans of many people end at one time, and they would all ask then. Null: there is nothing to
 * wake for. Times by our clock.
 */
export function planAlarm(input: AlarmPlanInput): AlarmPlan | null {
  const { accounts, orders, alerts = [], toolbarAt = null, retries, isOnline, before = null, now } = input;
  const firstCheck = [...accounts].sort((a, b) => a.nextCheckAt - b.nextCheckAt)[0];
  const candidates: { at: number; reason: AlarmPlan['reason'] }[] = [
    ...(firstCheck ? [{ at: firstCheck.nextCheckAt, reason: 'check' as const }] : []),
    ...orders.map(({ at }) => ({ at, reason: 'order' as const })),
    ...(toolbarAt === null ? [] : [{ at: toolbarAt, reason: 'toolbar' as const }]),
    ...alerts.map((at) => ({ at, reason: 'alert' as const })),
    ...retries.map((at) => ({ at, reason: 'retry' as const })),
  ];
  const first = candidates.reduce<(typeof candidates)[number] | null>((a, b) => (a && a.at <= b.at ? a : b), null);
  if (!first) return null;
  const at = isOnline ? Math.max(first.at, now + shortestAlarmMs) : now + offlineDelayMs;
  const polled = orders.filter((order) => order.at <= at);
  const isCheckedAlong = (account: (typeof accounts)[number]) =>
    first.reason === 'order' && account.notBefore <= at && polled.some(({ accountId }) => accountId === account.id);
  return {
    at,
    setAt: now,
    rangAt: before !== null && before.at <= now + earlyMs ? before.at : (before?.rangAt ?? null),
    reason: isOnline ? first.reason : 'offline',
    checks: accounts.filter((account) => isCheckedAlong(account) || account.nextCheckAt <= at).map(({ id }) => id),
    orders: polled.map(({ id }) => id),
  };
}

/**
 * What an alarm rings for that was set for `scheduledAt`, by the plan that is stored now. earlier-plan: its event comes
 * after something else has planned anew · others: it was set by hand.
 */
export function ringsFor({ at, rangAt }: AlarmPlan, scheduledAt: number): 'plan' | 'earlier-plan' | 'others' {
  if (scheduledAt === rangAt) return 'earlier-plan';
  return scheduledAt < at - earlyMs ? 'others' : 'plan';
}
