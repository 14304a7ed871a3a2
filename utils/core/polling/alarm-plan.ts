import { minuteMs } from '../values/time.ts';

const offlineDelayMs = minuteMs;

/** A packed Chromium delays alarms that are nearer than this; an unpacked one does not. */
export const shortestAlarmMs = 30_000;

export type AlarmPlanInput = {
  /** `isDaily`: only the user can fix what is wrong; an order or an alert is no reason to check it. */
  accounts: { id: string; nextCheckAt: number; retryAfter: number; staleAt: number | null; isDaily?: boolean }[];
  /** When to poll which order. */
  orders: { id: string; at: number }[];
  /** When time alone may make a notification due. */
  alerts?: number[];
  /** When to retry telling a seller of a sign-out. */
  retries: number[];
  isOnline: boolean;
  now: number;
};

/** What the one alarm is set for. `checks`, `orders`: what is done when it fires, whatever the clock says then. */
export type AlarmPlan = {
  at: number;
  reason: 'check' | 'order' | 'stale' | 'alert' | 'retry' | 'offline';
  checks: string[];
  orders: string[];
};

/**
 * The one alarm: set for the earliest of all. Whatever it fires for, the account whose check is due first is checked
 * too, unless a Retry-After forbids it. Null: there is nothing to wake for. Times by our clock.
 */
export function planAlarm({ accounts, orders, alerts = [], retries, isOnline, now }: AlarmPlanInput): AlarmPlan | null {
  const firstCheck = [...accounts].sort((a, b) => a.nextCheckAt - b.nextCheckAt)[0];
  const candidates: { at: number; reason: AlarmPlan['reason'] }[] = [
    ...(firstCheck ? [{ at: firstCheck.nextCheckAt, reason: 'check' as const }] : []),
    ...orders.map(({ at }) => ({ at, reason: 'order' as const })),
    ...accounts.flatMap(({ staleAt }) =>
      staleAt !== null && staleAt > now ? [{ at: staleAt, reason: 'stale' as const }] : [],
    ),
    ...alerts.map((at) => ({ at, reason: 'alert' as const })),
    ...retries.map((at) => ({ at, reason: 'retry' as const })),
  ];
  const first = candidates.reduce<(typeof candidates)[number] | null>((a, b) => (a && a.at <= b.at ? a : b), null);
  if (!first) return null;
  const at = isOnline ? Math.max(first.at, now + shortestAlarmMs) : now + offlineDelayMs;
  const isCheckedAlong = (account: (typeof accounts)[number]) =>
    account === firstCheck &&
    account.retryAfter <= at &&
    !(account.isDaily && ['order', 'alert'].includes(first.reason));
  return {
    at,
    reason: isOnline ? first.reason : 'offline',
    checks: accounts.filter((account) => isCheckedAlong(account) || account.nextCheckAt <= at).map(({ id }) => id),
    orders: orders.filter((order) => order.at <= at).map(({ id }) => id),
  };
}
