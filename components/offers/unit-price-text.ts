import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { type Money, moneyFromNanos, toNanos } from '../../utils/core/values/money.ts';
import { dayMs } from '../../utils/core/values/time.ts';

/** The price of one of the seller's GB, exact, cut to the currency's usual digits; null where it would say nothing. */
export function pricePerGigabyte(
  cost: Money,
  quotaBytes: number | null,
  byteUnit: ByteUnit,
  locale: string,
): Money | null {
  if (quotaBytes === null || quotaBytes === 0) return null;
  return cutPrice(cost, (toNanos(cost) * BigInt(byteUnit) ** 3n) / BigInt(quotaBytes), locale);
}

/** The price of a day, as `pricePerGigabyte`; null for a plan of less than a day. */
export function pricePerDay(cost: Money, durationMs: number, locale: string): Money | null {
  if (durationMs < dayMs) return null;
  return cutPrice(cost, (toNanos(cost) * BigInt(dayMs)) / BigInt(Math.round(durationMs)), locale);
}

function cutPrice({ currency }: Money, nanos: bigint, locale: string): Money | null {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const cut = nanos - (nanos % 10n ** BigInt(Math.max(0, 9 - digits)));
  return cut === 0n ? null : moneyFromNanos(currency, cut);
}
