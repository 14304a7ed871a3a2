/** An amount as on the wire: `units` is an integer of whole currency units, `nanos` 0 … 999 999 999. Never negative. */
export type Money = { currency: string; units: string; nanos: number };

/**
 * The exact amount in the reader's language, never rounded: as many decimals as the currency usually has, more where
 * `nanos` holds more. Browsers disagree on the digits of some currencies, so minor units are never computed.
 */
export function formatMoney(money: Money, locale: string): string {
  const { currency } = money;
  const digits = moneyDecimal(money).split('.')[1] ?? '';
  const usualDigits =
    new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: Math.max(usualDigits, digits.length),
    maximumFractionDigits: Math.max(usualDigits, digits.length),
  });
  return format.format(moneyDecimal(money) as Intl.StringNumericLiteral);
}

/** "99.5": exact, with a point in every language. */
export function moneyDecimal({ units, nanos }: Money): string {
  const digits = String(nanos).padStart(9, '0').replace(/0+$/, '');
  return digits === '' ? units : `${units}.${digits}`;
}

export function isSameMoney(a: Money, b: Money): boolean {
  return a.currency === b.currency && BigInt(a.units) === BigInt(b.units) && a.nanos === b.nanos;
}

const nanosPerUnit = 1_000_000_000n;

/** The exact amount in billionths of its currency's unit. */
export function toNanos({ units, nanos }: Money): bigint {
  return BigInt(units) * nanosPerUnit + BigInt(nanos);
}

export function moneyFromNanos(currency: string, nanos: bigint): Money {
  return { currency, units: String(nanos / nanosPerUnit), nanos: Number(nanos % nanosPerUnit) };
}
