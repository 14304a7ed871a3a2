import type { UsageProjection } from '../forecast/usage-projection.ts';
import type { Offer } from '../offers/offer.ts';
import type { PurchasePreview } from '../offers/purchase-preview.ts';
import type { Card, Module, Plan, RefreshPeriod } from '../usage/card.ts';
import { activeModules } from '../usage/card-balance.ts';
import { waitingPlans } from '../usage/waiting-plans.ts';
import { dayMs } from '../values/time.ts';

/** Data usable from `startsAt` until `endsAt` (seller's clock; null: it does not end). `bytes` null: unlimited. */
export type DataSupply = { startsAt: number; endsAt: number | null; bytes: number | null };

const periodMs: Record<Exclude<RefreshPeriod, 'none'>, number> = {
  daily: dayMs,
  weekly: 7 * dayMs,
  monthly: 30 * dayMs,
};
/** A limit far beyond any date a user plans for, even with daily periods. */
const maxPeriods = 400;

/** The card's data for any traffic until `until` (seller's clock): what is left, future periods, queued plans. */
export function currentSupplies(card: Card, until: number, now: number): DataSupply[] {
  return card.state === 'active' ? [...leftSupplies(card, until, now), ...queuedSupplies(card, now)] : [];
}

/**
 * The card's data after buying `offer`. Where it is not known what happens to the data left, it counts as lost.
 * Seller's clock.
 */
export function suppliesAfterPurchase(
  card: Card,
  offer: Offer,
  preview: PurchasePreview,
  until: number,
  now: number,
): DataSupply[] {
  const startsAt = preview.startsAt ?? now;
  const endsAt = preview.endsAt ?? startsAt + offer.durationMs;
  const bought = { startsAt, endsAt, bytes: offer.quotaBytes };
  const queued = queuedSupplies(card, now);
  switch (preview.kind) {
    case 'queue':
      return [...leftSupplies(card, until, now), ...queued, bought];
    case 'add':
      return [
        ...leftSupplies(card, until, now).map((left) => ({ ...left, endsAt: laterOf(left.endsAt, endsAt) })),
        ...queued,
        bought,
      ];
    case 'reset-validity':
      return [...leftSupplies(card, until, now).map((left) => ({ ...left, endsAt })), ...queued, bought];
    default:
      return [...queued, bought];
  }
}

/**
 * Bytes of the projected usage from `now` until `until` (seller's clock) that no supply covers. What ends first is used
 * first.
 */
export function shortfallBytes(
  supplies: readonly DataSupply[],
  projection: UsageProjection,
  until: number,
  now: number,
): number {
  const byEnd = [...supplies].sort((a, b) => endOf(a) - endOf(b)).map((supply) => ({ ...supply }));
  const edges = byEnd.flatMap((supply) => [supply.startsAt, endOf(supply)]).filter((at) => at > now && at < until);
  let from = now;
  let used = 0;
  let shortfall = 0;
  for (const to of [...new Set([...edges, until])].sort((a, b) => a - b)) {
    const usedUntil = Math.max(used, projection.usedBy(to));
    let uncovered = usedUntil - used;
    for (const supply of byEnd) {
      if (supply.startsAt > from || endOf(supply) < to) continue;
      const taken = supply.bytes === null ? uncovered : Math.min(uncovered, supply.bytes);
      if (supply.bytes !== null) supply.bytes -= taken;
      uncovered -= taken;
    }
    shortfall += uncovered;
    used = usedUntil;
    from = to;
  }
  return Math.max(0, shortfall);
}

/** Whether any data is usable at `until` (seller's clock). */
export function coversUntil(supplies: readonly DataSupply[], until: number): boolean {
  return supplies.some((supply) => supply.startsAt <= until && endOf(supply) >= until);
}

function leftSupplies(card: Card, until: number, now: number): DataSupply[] {
  if (card.state !== 'active') return [];
  return activeModules(card, now).flatMap(({ plan, module, endsAt }) => {
    const remaining = suppliesOf(module, now, earlierOf(endsAt, plan.expiresAt), 'left');
    return [...remaining, ...futurePeriods(plan, module, until)];
  });
}

function queuedSupplies(card: Card, now: number): DataSupply[] {
  return waitingPlans(card, now).flatMap(({ plan: { startsAt, expiresAt, modules } }) => {
    if (startsAt === null) return [];
    return modules
      .filter(({ categories }) => categories.includes('generic'))
      .flatMap((module) => suppliesOf(module, Math.max(now, startsAt), earlierOf(module.expiresAt, expiresAt), 'left'));
  });
}

/** A module with a recurring period has its full quota again in each, until its plan ends. */
function futurePeriods(plan: Plan, module: Module, until: number): DataSupply[] {
  if (module.refreshPeriod === 'none' || module.expiresAt === null) return [];
  const lengthMs = periodMs[module.refreshPeriod];
  const end = Math.min(until, plan.expiresAt ?? until);
  const count = Math.min(maxPeriods, Math.max(0, Math.ceil((end - module.expiresAt) / lengthMs)));
  return Array.from({ length: count }, (_, i) => (module.expiresAt ?? 0) + i * lengthMs).flatMap((startsAt) =>
    suppliesOf(module, startsAt, earlierOf(startsAt + lengthMs, plan.expiresAt), 'quota'),
  );
}

function suppliesOf({ balance }: Module, startsAt: number, endsAt: number | null, of: 'left' | 'quota'): DataSupply[] {
  if (balance.kind === 'unlimited') return [{ startsAt, endsAt, bytes: null }];
  if (balance.kind !== 'known') return [];
  return [{ startsAt, endsAt, bytes: of === 'left' ? balance.remainingBytes : balance.quotaBytes }];
}

function endOf({ endsAt }: DataSupply): number {
  return endsAt ?? Number.POSITIVE_INFINITY;
}

function earlierOf(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

function laterOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}
