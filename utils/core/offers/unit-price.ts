import { nanosOf } from '../values/money.ts';
import type { Offer } from './offer.ts';

/** A price for so much of something, exact: compared without dividing. Only within one currency. */
export type Rate = { nanos: bigint; per: bigint };

/** Null: there is nothing to divide by. */
export const rates = {
  price: ({ cost }: Offer): Rate | null => ({ nanos: nanosOf(cost), per: 1n }),
  'per-gb': ({ cost, quotaBytes }: Offer): Rate | null =>
    quotaBytes === null || quotaBytes === 0 ? null : { nanos: nanosOf(cost), per: BigInt(quotaBytes) },
  'per-day': ({ cost, durationMs }: Offer): Rate | null => {
    const ms = Math.round(durationMs);
    return ms > 0 ? { nanos: nanosOf(cost), per: BigInt(ms) } : null;
  },
} as const;

/** Negative where `a` is less. */
export function compareRates(a: Rate, b: Rate): number {
  const difference = a.nanos * b.per - b.nanos * a.per;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
