import { maxAmounts } from '../../../utils/core/settings.ts';
import type { TypedAmount } from '../../../utils/core/values/bytes.ts';

/** In the unit it is typed in. */
export const maxAmount = 9999;

export type AmountProblem = 'empty' | 'notNumber' | 'notPositive' | 'decimals' | 'tooLarge' | 'duplicate' | 'tooMany';

/**
 * Parses an amount the user typed. Full-width digits and decimal commas are accepted; "1,500" is ambiguous and
 * rejected, as are all texts with three decimals.
 */
export function parseAmount(
  typed: string,
  unit: TypedAmount['unit'],
  others: readonly TypedAmount[],
): { amount: TypedAmount } | { problem: AmountProblem } {
  const text = typed.normalize('NFKC').trim().replace(/[,。]/, '.');
  if (text === '') return { problem: 'empty' };
  if (!/^[-−]?(\d+\.?\d*|\.\d+)$/.test(text)) return { problem: 'notNumber' };
  const value = Number(text.replace('−', '-'));
  if (value <= 0) return { problem: 'notPositive' };
  if (/\.\d{3}/.test(text)) return { problem: 'decimals' };
  if (value > maxAmount) return { problem: 'tooLarge' };
  if (others.some((other) => other.value === value && other.unit === unit)) return { problem: 'duplicate' };
  if (others.length >= maxAmounts) return { problem: 'tooMany' };
  return { amount: { value, unit } };
}

/** The largest first. */
export function sortAmounts(amounts: readonly TypedAmount[]): TypedAmount[] {
  const megabytes = ({ value, unit }: TypedAmount) => (unit === 'GB' ? value * 1000 : value);
  return [...amounts].sort((a, b) => megabytes(b) - megabytes(a));
}
