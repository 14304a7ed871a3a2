import { minuteMs } from '../values/time.ts';

export const offlineDelayMs = minuteMs;

/** A packed Chromium rounds shorter alarms up, an unpacked one hides it. */
export const shortestAlarmMs = 30_000;

export type AlarmPlanInput = {
  /** `isDaily`: only the person can mend what is wrong; an order or an alert is no reason to ask for its figures. */
  accounts: { id: string; nextCheckAt: number; retryAfter: number; staleAt: number | null; isDaily?: boolean }[];
  orders: { id: string; at: number }[];
  /** When an alert may become due by time alone. */
  alerts?: number[];
  retries: number[];
  isOnline: boolean;
  now: number;
};

/** What the one alarm is set for. `checks`: what it does when it fires, whatever the clock says then. */
export type AlarmPlan = {
  at: number;
  reason: 'check' | 'order' | 'stale' | 'alert' | 'retry' | 'offline';
  checks: string[];
  orders: string[];
};

/**
 * The one alarm: the earliest of next check, next look at an order, a figure going stale, an alert that becomes due by
 * time, and things to try again.
 * Whatever it fires for, the account that is due first is checked too, unless the seller's Retry-After forbids it.
 * Null when there is nothing to wake for.
 */
export function planAlarm({ accounts, orders, alerts = [], retries, isOnline, now }: AlarmPlanInput): AlarmPlan | null {
  const due = [...accounts].sort((a, b) => a.nextCheckAt - b.nextCheckAt)[0];
  const moments: { at: number; reason: AlarmPlan['reason'] }[] = [
    ...(due ? [{ at: due.nextCheckAt, reason: 'check' as const }] : []),
    ...orders.map(({ at }) => ({ at, reason: 'order' as const })),
    ...accounts.flatMap(({ staleAt }) =>
      staleAt !== null && staleAt > now ? [{ at: staleAt, reason: 'stale' as const }] : [],
    ),
    ...alerts.map((at) => ({ at, reason: 'alert' as const })),
    ...retries.map((at) => ({ at, reason: 'retry' as const })),
  ];
  const first = moments.reduce<(typeof moments)[number] | null>((a, b) => (a && a.at <= b.at ? a : b), null);
  if (!first) return null;
  const at = isOnline ? Math.max(first.at, now + shortestAlarmMs) : now + offlineDelayMs;
  return {
    at,
    reason: isOnline ? first.reason : 'offline',
    checks: accounts
      .filter(
        (account) =>
          (account === due &&
            account.retryAfter <= at &&
            !(account.isDaily && ['order', 'alert'].includes(first.reason))) ||
          account.nextCheckAt <= at,
      )
      .map(({ id }) => id),
    orders: orders.filter((order) => order.at <= at).map(({ id }) => id),
  };
}
