import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { type Money, moneyFromNanos, toNanos } from '../../utils/core/values/money.ts';
import { dayMs } from '../../utils/core/values/time.ts';

/** Per GB as the seller counts it, truncated to the currency's digits; null if unlimited or truncated to nothing. */
export function pricePerGigabyte(
  cost: Money,
  quotaBytes: number | null,
  byteUnit: ByteUnit,
  locale: string,
): Money | null {
  if (quotaBytes === null || quotaBytes === 0) return null;
  return truncatePrice(cost, (toNanos(cost) * BigInt(byteUnit) ** 3n) / BigInt(quotaBytes), locale);
}

/** The price per day, truncated likewise; null for a plan of less than a day. */
export function pricePerDay(cost: Money, durationMs: number, locale: string): Money | null {
  if (durationMs < dayMs) return null;
  return truncatePrice(cost, (toNanos(cost) * BigInt(dayMs)) / BigInt(Math.round(durationMs)), locale);
}

function truncatePrice({ currency }: Money, nanos: bigint, locale: string): Money | null {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const truncated = nanos - (nanos % 10n ** BigInt(Math.max(0, 9 - digits)));
  return truncated === 0n ? null : moneyFromNanos(currency, truncated);
}
