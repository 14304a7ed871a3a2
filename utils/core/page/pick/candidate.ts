import type { TextRun } from '../find/page-text.ts';
import type { Place } from '../recipe.ts';
import type { TextAmount } from '../text/amounts.ts';
import type { Topic } from './topics.ts';

/** `place` before what identifies people in it was hashed: `identifiers` are those texts themselves. */
export type AmountCandidate = {
  amount: TextAmount;
  run: TextRun;
  place: Place;
  /** What the nearest words say of it; `own`: those of its own text alone. */
  meanings: ReadonlySet<Topic>;
  own: ReadonlySet<Topic>;
  /** As the page writes them; '' for none. */
  label: string;
  heading: string;
};
