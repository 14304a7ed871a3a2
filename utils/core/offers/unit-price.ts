import { toNanos } from '../values/money.ts';
import type { Offer } from './offer.ts';

/**
 * A price of `nanos` (10^-9 currency units) per `per` units of something, as an exact fraction. Comparable within one
 * currency only.
 */
export type UnitPrice = { nanos: bigint; per: bigint };

/**
 * The prices offers are sorted by: the whole price, per byte, per millisecond. Null: unlimited, or nothing to divide
 * by.
 */
export const unitPrices = {
  price: ({ cost }: Offer): UnitPrice | null => ({ nanos: toNanos(cost), per: 1n }),
  'per-gb': ({ cost, quotaBytes }: Offer): UnitPrice | null =>
    quotaBytes === null || quotaBytes === 0 ? null : { nanos: toNanos(cost), per: BigInt(quotaBytes) },
  'per-day': ({ cost, durationMs }: Offer): UnitPrice | null => {
    const ms = Math.round(durationMs);
    return ms > 0 ? { nanos: toNanos(cost), per: BigInt(ms) } : null;
  },
} as const;

/** Negative where `a` is less, for `sort`. */
export function compareUnitPrices(a: UnitPrice, b: UnitPrice): number {
  const difference = a.nanos * b.per - b.nanos * a.per;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
