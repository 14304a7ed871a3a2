import type { ByteUnit } from '../values/bytes.ts';
import type { Money } from '../values/money.ts';
import type { FigureMeaning } from './recipe.ts';

/**
 * What the person knows of a card that its page does not say. `firstUse`: the plan has not begun, and is lost unless it
 * begins by `by`; null: it has begun. `credit`: prepaid money, which is no data.
 */
export type CardFacts = {
  lineEndsAt: number | null;
  firstUse: { by: number | null } | null;
  credit: Money | null;
};

/**
 * What the person has said of a draft. Numbers are indexes into the draft's lists; null: none of them. `decimal`,
 * `endReading`: answers to what can be read in two ways, an index into `values`, or `endsAt`.
 */
export type PageAnswers = {
  name: string;
  meaning: FigureMeaning;
  /** The further figures that are wanted too, each as a part of the same card or as a card of its own. */
  also: readonly { figure: number; as: 'part' | 'card' }[];
  valueReading: number;
  total: { kind: 'found'; index: number } | { kind: 'bytes'; bytes: number } | null;
  end: { kind: 'found'; index: number; reading: number } | { kind: 'instant'; at: number } | null;
  account: number | null;
  byteUnit: ByteUnit;
  /** Https, on any site; null: none. */
  topUpUrl: string | null;
  /** Of the card of the picked figure; null: nothing. */
  facts: CardFacts | null;
};
