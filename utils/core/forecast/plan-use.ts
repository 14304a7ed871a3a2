import type { UsageInterval } from '../history/usage-samples.ts';
import type { Card } from '../usage/card.ts';
import { activeModules } from '../usage/card-balance.ts';
import { sumBytes } from '../values/bytes.ts';
import { dayMs, hourMs } from '../values/time.ts';
import { commonValidity } from './validity.ts';

/** What was used of the quota since the plan began (seller's clock), as the seller tells it. */
export type PlanUse = { startsAt: number; quotaBytes: number; usedBytes: number };

/** After less than this the hour of the day decides how much was used. */
const minElapsedMs = 6 * hourMs;
/** Less than this may be the phone's own traffic on its first connection. */
const minUsedPercent = 2;

/** Null: the beginning of a part is not known, or quota and remaining data do not tell what was used. */
export function planUseOf(card: Card, now: number, zone?: string): PlanUse | null {
  const active = activeModules(card, now);
  const balances = active.flatMap(({ module: { balance } }) => (balance.kind === 'known' ? balance : []));
  if (balances.length < active.length) return null;
  if (balances.some(({ quotaBytes, remainingBytes }) => remainingBytes > quotaBytes)) return null;
  const recurs = active.some(({ module }) => module.refreshPeriod !== 'none');
  // What was used in earlier periods of one of several parts is not told.
  if (recurs && active.length > 1) return null;
  const starts = recurs
    ? [commonValidity(card, now, zone)?.startsAt ?? null]
    : active.map(({ plan: { startsAt } }) => startsAt);
  const known = starts.filter((startsAt) => startsAt !== null);
  if (known.length === 0 || known.length < starts.length) return null;
  const quotaBytes = sumBytes(balances.map((balance) => balance.quotaBytes));
  const leftBytes = sumBytes(balances.map((balance) => balance.remainingBytes));
  return { startsAt: Math.min(...known), quotaBytes, usedBytes: quotaBytes - leftBytes };
}

/** The average until `measuredAt`. */
export function perDayOf({ startsAt, usedBytes }: PlanUse, measuredAt: number): number {
  return usedBytes / ((measuredAt - startsAt) / dayMs);
}

/** When the first interval begins, and the intervals. */
type History = { since: number; intervals: readonly UsageInterval[] };

/**
 * The history as if the card had been watched since its plan began: what was used before it was, as one interval. Null:
 * the plan has not told enough by `measuredAt`.
 */
export function historySincePlanBegan(
  { startsAt, quotaBytes, usedBytes }: PlanUse,
  { since, intervals }: History,
  measuredAt: number,
): History | null {
  if (measuredAt - startsAt < minElapsedMs || usedBytes * 100 < quotaBytes * minUsedPercent) return null;
  const watched = intervals.filter(([to]) => to > startsAt);
  const unwatched: UsageInterval[] = since > startsAt ? [[since, 0, 0]] : [];
  const [[to, , leftBytes] = [measuredAt, 0, 0], ...rest] = [...unwatched, ...watched];
  const restBytes = sumBytes(rest.map(([, used]) => used));
  return { since: startsAt, intervals: [[to, Math.max(0, usedBytes - restBytes), leftBytes], ...rest] };
}
