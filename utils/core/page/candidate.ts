import type { PageNode } from './page-tree.ts';
import type { Topic } from './pick/topics.ts';
import type { Place } from './recipe.ts';
import type { TextAmount } from './text/amounts.ts';

/** The texts of one line or block as one text; `parts`: at which offset of it each text node begins. */
export type TextRun = {
  text: string;
  block: PageNode;
  parts: readonly { node: PageNode; start: number }[];
};

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
