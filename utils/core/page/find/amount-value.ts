import type { PageRecipe } from '../recipe.ts';
import { amountBytes, type TextAmount } from '../text/amounts.ts';

/** How the numbers of a page are read. `decimal` null: nothing proves it. */
export type NumberFormat = Pick<PageRecipe, 'decimal' | 'byteUnit'>;

/** What the amounts of a page prove of its decimal separator; null: nothing. */
export function provenDecimal(amounts: readonly TextAmount[]): '.' | ',' | 'both' | null {
  const proven = new Set(amounts.flatMap(({ decimal }) => decimal ?? []));
  const [only = null] = proven;
  return proven.size > 1 ? 'both' : only;
}

/** Between the digits of an amount that can be read in two ways; null: none that is known. `text`: as it is written. */
export function separatorIn(text: string): '.' | ',' | null {
  const [, separator] = /\p{Nd}([.,])\p{Nd}/u.exec(text.normalize('NFKC')) ?? [];
  return separator === '.' || separator === ',' ? separator : null;
}

/** The amount in bytes; null where it can be read in two ways, or is beyond all measure. `text`: as it is written. */
export function bytesOf(amount: TextAmount, text: string, { decimal, byteUnit }: NumberFormat): number | null {
  const [asDecimal, asWhole] = amount.values;
  const base = amount.isBinary ? 1024 : byteUnit;
  const isClear = asWhole === undefined;
  if (asDecimal === undefined || (!isClear && decimal === null)) return null;
  const value = isClear || separatorIn(text) === decimal ? asDecimal : asWhole;
  return amountBytes(value, amount.unit, base, amount.rest);
}
