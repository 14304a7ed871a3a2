/** What the seller means by "GB": 1000^3 or 1024^3 bytes. */
export type ByteUnit = 1000 | 1024;

export type ByteUnitName = 'B' | 'KB' | 'MB' | 'GB' | 'TB';

const names: readonly ByteUnitName[] = ['B', 'KB', 'MB', 'GB', 'TB'];

/** An amount of data of at most two decimals: `value` is a plain decimal such as "1.24". */
export type Amount = { value: string; unit: ByteUnitName };

/**
 * The direction of rounding: remaining data is cut, so never overstated; used data is rounded up, so never understated.
 */
export type Rounding = 'cut' | 'up';

/** `bytes` is a non-negative integer of at most 2^53 / 100, about 90 TB. Nothing is "0 GB", as people say it. */
export function toAmount(bytes: number, byteUnit: ByteUnit, rounding: Rounding = 'cut'): Amount {
  if (bytes === 0) return { value: '0', unit: 'GB' };
  let index = 0;
  while (index < names.length - 1 && bytes >= byteUnit ** (index + 1)) index += 1;
  const size = byteUnit ** index;
  const cut = cutTo(bytes, size, 2);
  if (rounding === 'cut' || (bytes * 100) % size === 0) return { value: cut, unit: names[index] ?? 'B' };
  const roundedUp = Math.ceil(((wholeParts(bytes * 100, size) + 1) * size) / 100);
  return toAmount(roundedUp, byteUnit);
}

/** `bytes / size` as a decimal text, cut to `digits` decimals by integer arithmetic, without trailing zeros. */
export function cutTo(bytes: number, size: number, digits: 0 | 1 | 2): string {
  const scale = 10 ** digits;
  const parts = wholeParts(bytes * scale, size);
  const whole = wholeParts(parts, scale);
  const rest = parts - whole * scale;
  if (rest === 0) return String(whole);
  return `${whole}.${String(rest).padStart(digits, '0').replace(/0+$/, '')}`;
}

/** How many times `size` fits into `amount`; exact where `Math.floor(amount / size)` could be one too many. */
export function wholeParts(amount: number, size: number): number {
  return (amount - (amount % size)) / size;
}

/** The sum of amounts of data; at most what an integer holds exactly, for what is beyond it could not be stored. */
export function sumBytes(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => Math.min(sum + amount, Number.MAX_SAFE_INTEGER), 0);
}

/** A coarse bound in the binary unit it is a multiple of, by its usual name: 2^30 is "1 GB" whatever the seller's GB is. */
export function toBound(bytes: number, byteUnit: ByteUnit): Amount {
  if (byteUnit === 1000 && bytes > 0) {
    if (bytes % 2 ** 30 === 0) return { value: String(bytes / 2 ** 30), unit: 'GB' };
    if (bytes % 2 ** 20 === 0) return { value: String(bytes / 2 ** 20), unit: 'MB' };
  }
  return toAmount(bytes, byteUnit);
}

/** An amount as the user typed it: how many bytes that is depends on the seller's byte unit. */
export type TypedAmount = { value: number; unit: 'MB' | 'GB' };

/** The bytes of a typed amount at a seller whose unit is `byteUnit`. */
export function toBytes({ value, unit }: TypedAmount, byteUnit: ByteUnit): number {
  return Math.round(value * byteUnit ** (unit === 'MB' ? 2 : 3));
}
