import type { Card } from '../usage/card.ts';
import { figureFor } from '../usage/card-balance.ts';
import { dayMs, nextDay, startOfDay } from '../values/time.ts';
import { type DayUse, daysFor } from './daily-usage.ts';
import type { Archive, Samples, Stretch } from './usage-samples.ts';

/** All that was watched of one card, by our clock, oldest first; each piece is without a gap. */
export type Watched = { since: number; stretches: Stretch[] }[];

/** `usedBytes` null: not watched at all. `leftBytes`: at its end, or now; null where it was not measured. */
export type PastDay = {
  startsAt: number;
  endsAt: number;
  usedBytes: number | null;
  leftBytes: number | null;
  isEstimated: boolean;
  isToday: boolean;
};

type UsedDay = PastDay & { usedBytes: number };

/** `perDayBytes` null: less than a day was watched. `highest`: the day of most use, if any was used. */
export type PastDays = {
  days: PastDay[];
  totalBytes: number;
  perDayBytes: number | null;
  highest: UsedDay | null;
};

/**
 * Joins what is kept of a card. `measuredAt` (seller's clock; null: not measured any more): unchanged checks keep
 * nothing, so up to then nothing more was used. `skewMs`: seller's clock minus ours.
 */
export function watchedFor(
  samples: Samples | null,
  archive: Archive | null,
  measuredAt: number | null,
  skewMs: number,
): Watched {
  const older = archive?.stretches.filter(([to]) => samples === null || to <= samples.since) ?? [];
  const recent = samples ? withRest(samples, measuredAt) : [];
  const joins = archive !== null && samples !== null && older.at(-1)?.[0] === samples.since;
  const pieces: Watched = [];
  if (archive && older.length > 0)
    pieces.push({ since: archive.since, stretches: joins ? [...older, ...recent] : older });
  if (samples && !joins) pieces.push({ since: samples.since, stretches: recent });
  return pieces.map(({ since, stretches }) => ({
    since: since - skewMs,
    stretches: stretches.map(([to, usedBytes, leftBytes]) => [to - skewMs, usedBytes, leftBytes]),
  }));
}

function withRest({ since, stretches, modules }: Samples, measuredAt: number | null): Stretch[] {
  const [end, , left] = stretches.at(-1) ?? [since, 0, modules.reduce((sum, module) => sum + module.remainingBytes, 0)];
  return measuredAt !== null && measuredAt > end ? [...stretches, [measuredAt, 0, left]] : stretches;
}

/** Until when (seller's clock) an unchanged figure says that nothing was used; null where the figure is no amount. */
export function steadyUntil(card: Card): number | null {
  return figureFor(card, card.measuredAt).kind === 'known' ? card.measuredAt : null;
}

/** For how long the card was watched in all. */
export function watchedMsOf(watched: Watched): number {
  return watched.reduce((sum, { since, stretches }) => sum + (stretches.at(-1)?.[0] ?? since) - since, 0);
}

/** Every day watched, oldest first. */
export function watchedDays(watched: Watched, zone?: string): DayUse[] {
  const days = new Map<number, DayUse>();
  for (const { since, stretches } of watched) {
    for (const day of daysFor(since, stretches, zone)) {
      const same = days.get(day.startsAt);
      if (!same) days.set(day.startsAt, day);
      else {
        same.usedBytes += day.usedBytes;
        same.watchedMs += day.watchedMs;
        same.isEstimated ||= day.isEstimated;
      }
    }
  }
  return [...days.values()];
}

/** The last `count` days of the calendar up to today, watched or not. */
export function pastDaysFor(watched: Watched, count: number, now: number, zone?: string): PastDays {
  const starts = [startOfDay(now, zone)];
  while (starts.length < count) starts.unshift(startOfDay((starts[0] ?? now) - 1, zone));
  const lately = watchedSince(watched, starts[0] ?? now);
  const known = new Map(watchedDays(lately, zone).map((day) => [day.startsAt, day]));
  const stretches = lately.flatMap((piece) => piece.stretches);
  const uses = starts.map((startsAt) => known.get(startsAt));
  const days = starts.map((startsAt, index): PastDay => {
    const use = uses[index];
    return {
      startsAt,
      endsAt: starts[index + 1] ?? nextDay(startsAt, zone),
      usedBytes: use?.usedBytes ?? null,
      leftBytes: use ? leftAtEndOf(use, stretches) : null,
      isEstimated: use?.isEstimated ?? false,
      isToday: index === starts.length - 1,
    };
  });
  const watchedMs = uses.reduce((sum, use) => sum + (use?.watchedMs ?? 0), 0);
  const totalBytes = uses.reduce((sum, use) => sum + (use?.usedBytes ?? 0), 0);
  const used = days.filter((day): day is UsedDay => (day.usedBytes ?? 0) > 0);
  const highest = used.reduce<UsedDay | null>(
    (most, day) => (day.usedBytes > (most?.usedBytes ?? 0) ? day : most),
    null,
  );
  const perDayBytes = watchedMs < dayMs ? null : Math.floor(totalBytes / (watchedMs / dayMs));
  return { days, totalBytes, perDayBytes, highest };
}

/** Without the stretches that ended before: sharing out all of them by days would keep the popup waiting. */
function watchedSince(watched: Watched, at: number): Watched {
  return watched.flatMap(({ since, stretches }) => {
    const first = stretches.findIndex(([to]) => to > at);
    if (first < 0) return [];
    return [{ since: stretches[first - 1]?.[0] ?? since, stretches: stretches.slice(first) }];
  });
}

/** What the last measuring of the day found; of an earlier day only where nothing was used since. */
function leftAtEndOf({ startsAt, endsAt }: DayUse, stretches: readonly Stretch[]): number | null {
  const at = stretches.findLastIndex(([to]) => to <= endsAt);
  const [to, , leftBytes] = stretches[at] ?? [0, 0, null];
  return to < startsAt && (stretches[at + 1]?.[1] ?? 0) > 0 ? null : leftBytes;
}
