import type { Money } from '../utils/core/money.ts';
import type { ByteUnit } from '../utils/core/units.ts';

const nanosPerUnit = 1_000_000_000n;

/** The price of one of the seller's GB, exact, cut to the currency's usual digits; null where it would say nothing. */
export function pricePerGigabyte(
  cost: Money,
  quotaBytes: number | null,
  byteUnit: ByteUnit,
  locale: string,
): Money | null {
  if (quotaBytes === null || quotaBytes === 0) return null;
  const nanos = BigInt(cost.units) * nanosPerUnit + BigInt(cost.nanos);
  const perGigabyte = (nanos * BigInt(byteUnit) ** 3n) / BigInt(quotaBytes);
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: cost.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const cut = perGigabyte - (perGigabyte % 10n ** BigInt(Math.max(0, 9 - digits)));
  if (cut === 0n) return null;
  return { currency: cost.currency, units: String(cut / nanosPerUnit), nanos: Number(cut % nanosPerUnit) };
}
