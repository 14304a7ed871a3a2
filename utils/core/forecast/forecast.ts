import type { UsageInterval, UsageSamples } from '../history/usage-samples.ts';
import type { Card } from '../usage/card.ts';
import { activeModules, cardBalance } from '../usage/card-balance.ts';
import { dayMs, earliestOf } from '../values/time.ts';
import { historySincePlanBegan, type PlanUse, perDayOf, planUseOf } from './plan-use.ts';
import { projectUsage, type UsageProjection } from './usage-projection.ts';
import { estimateUsageRate } from './usage-rate.ts';

/** An 80 % prediction interval: one case in ten lies below `low`, one in ten above `high`. */
export type PredictionInterval = { low: number; likely: number; high: number };

/**
 * A prediction interval of instants (seller's clock), which may be past; null: not within the horizon, or not before the
 * data expires.
 */
export type RunOut = { early: number | null; likely: number | null; late: number | null };

/**
 * How long the remaining data lasts. All instants by the seller's clock.
 * `perDayBytes`: the current rate. `endsFirst`: whether the data or its validity ends first; `either` may.
 * `spareBytes`: what is left, unused, when the validity ends. `shortBytes`: how much more would be needed until then.
 */
export type Outlook = {
  perDayBytes: number;
  runOut: RunOut;
  endsAt: number | null;
  endsFirst: 'data' | 'validity' | 'either';
  spareBytes: PredictionInterval;
  shortBytes: PredictionInterval;
};

/**
 * none: there is nothing to forecast · insufficient-data: neither usage nor the plan has told enough yet · ready: by the
 * usage of the last weeks · first-estimate: the card was not watched for long enough, so by what its plan has used since
 * it began; good enough to be looked at, and to alert nobody.
 */
export type Forecast =
  | { kind: 'none' }
  | { kind: 'insufficient-data' }
  | ({ kind: 'first-estimate' } & Outlook)
  | ({ kind: 'ready' } & Outlook);

/** What a forecast says of the card, however sure it is; null: nothing. */
export function outlookOf(forecast: Forecast): Outlook | null {
  return forecast.kind === 'ready' || forecast.kind === 'first-estimate' ? forecast : null;
}

/** The remaining data of one module and its end (seller's clock); null: it does not end. */
export type DataPool = { leftBytes: number; endsAt: number | null };

/** Usage observed for less than this gives no rate: a weekend alone would pass for every day. */
export const neededMs = 3 * dayMs;

/** Data that lasts longer than this counts as lasting: usage that far ahead cannot be predicted. */
const horizonMs = 400 * dayMs;

/**
 * The forecast of a card; none where it is not active, or its balance is unknown, unlimited, empty or to be confirmed.
 */
export function forecastFor(card: Card, samples: UsageSamples | null, now: number, zone?: string): Forecast {
  if (card.unconfirmed) return { kind: 'none' };
  if (card.state !== 'active' || cardBalance(card, now).kind !== 'known') return { kind: 'none' };
  const pools = activeModules(card, now).flatMap(({ plan, module: { balance }, endsAt }): DataPool[] => {
    if (balance.kind !== 'known') return [];
    return [{ leftBytes: balance.remainingBytes, endsAt: earliestOf([endsAt, plan.expiresAt]) }];
  });
  const { since, intervals } = samples ?? { since: card.measuredAt, intervals: [] };
  const zoned = zone === undefined ? {} : { zone };
  const planUse = isWatchedSince(since, card.measuredAt) ? null : planUseOf(card, now, zone);
  return forecastFrom({ pools, planUse, since, intervals, measuredAt: card.measuredAt, now, ...zoned });
}

/**
 * What becomes of the pools at the rate of the usage intervals. `measuredAt`: when the pools held that much; from the
 * last interval until then nothing was used, since an unchanged balance records no interval. `now` is soon after it.
 * Assumed: data that expires first is used first, all traffic counts, and nothing is bought.
 */
export function forecastFrom(input: {
  pools: readonly DataPool[];
  /** Until usage was observed for long enough; null: nothing certain is known of the plan. */
  planUse?: PlanUse | null;
  since: number;
  intervals: readonly UsageInterval[];
  measuredAt: number;
  now: number;
  zone?: string;
}): Forecast {
  const { planUse, measuredAt, now, zone } = input;
  const pools = input.pools
    .filter(({ leftBytes, endsAt }) => leftBytes > 0 && (endsAt === null || endsAt > now))
    .sort((a, b) => (a.endsAt ?? Number.POSITIVE_INFINITY) - (b.endsAt ?? Number.POSITIVE_INFINITY));
  const endsAt = pools.at(-1)?.endsAt;
  if (endsAt === undefined) return { kind: 'none' };
  const isWatched = isWatchedSince(input.since, measuredAt);
  const history = isWatched ? input : planUse && historySincePlanBegan(planUse, input, measuredAt);
  if (!history) return { kind: 'insufficient-data' };

  const { since, intervals } = history;
  const recent = estimateUsageRate(since, toMeasured(intervals, since, measuredAt), zone);
  // The average of the whole plan errs less than the few days that were watched, even though these are the latest.
  const average = isWatched || !planUse ? null : { perDayBytes: perDayOf(planUse, measuredAt) };
  const rate = recent && { ...recent, ...average };
  const projections = projectUsage(rate, measuredAt, zone);
  const low = outcomeOf(pools, endsAt, projections.low);
  const likely = outcomeOf(pools, endsAt, projections.likely);
  const high = outcomeOf(pools, endsAt, projections.high);

  const withinHorizon = (at: number) => (at < measuredAt + horizonMs ? Math.floor(at) : null);
  const runOut = {
    early: withinHorizon(high.ranOutAt),
    likely: withinHorizon(likely.ranOutAt),
    late: withinHorizon(low.ranOutAt),
  };
  const isDataFirst = endsAt === null ? runOut.late !== null : low.ranOutAt < endsAt;
  const isValidityFirst = endsAt !== null && high.ranOutAt === Number.POSITIVE_INFINITY;
  return {
    kind: isWatched ? 'ready' : 'first-estimate',
    perDayBytes: Math.round(rate?.perDayBytes ?? 0),
    runOut,
    endsAt,
    endsFirst: isDataFirst ? 'data' : isValidityFirst ? 'validity' : 'either',
    spareBytes: rangeOf(high.spareBytes, likely.spareBytes, low.spareBytes),
    shortBytes: rangeOf(low.shortBytes, likely.shortBytes, high.shortBytes),
  };
}

/** Whether its usage was observed for long enough. */
function isWatchedSince(since: number, measuredAt: number): boolean {
  return measuredAt - since >= neededMs;
}

function toMeasured(intervals: readonly UsageInterval[], since: number, measuredAt: number): readonly UsageInterval[] {
  const [to, , leftBytes] = intervals.at(-1) ?? [since, 0, 0];
  return measuredAt > to ? [...intervals, [measuredAt, 0, leftBytes]] : intervals;
}

/**
 * What becomes of the pools, the first to expire first, by one projection. `ranOutAt`: Infinity where data expires
 * unused.
 */
function outcomeOf(pools: readonly DataPool[], endsAt: number | null, projection: UsageProjection) {
  let usableBytes = 0;
  let spareBytes = 0;
  let lastSpareBytes = 0;
  for (const pool of pools) {
    const filled = usableBytes + pool.leftBytes;
    const used =
      pool.endsAt === null ? filled : Math.min(filled, Math.max(usableBytes, projection.usedBy(pool.endsAt)));
    lastSpareBytes = filled - used;
    spareBytes += lastSpareBytes;
    usableBytes = used;
  }
  const emptyAt = lastSpareBytes > 0 ? Number.POSITIVE_INFINITY : projection.reachedAt(usableBytes);
  return {
    ranOutAt: endsAt === null || emptyAt < endsAt ? emptyAt : Number.POSITIVE_INFINITY,
    spareBytes,
    shortBytes: endsAt === null ? 0 : Math.max(0, projection.usedBy(endsAt) - usableBytes),
  };
}

function rangeOf(low: number, likely: number, high: number): PredictionInterval {
  return { low: Math.round(low), likely: Math.round(likely), high: Math.round(high) };
}
