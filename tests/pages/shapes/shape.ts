/** What an account page can look like, and what it says. */
export type Shape = {
  name: string;
  /** Of `<html lang>`; '' for none. */
  language: string;
  isRightToLeft?: boolean;
  role?: 'left' | 'used';
  heading: string;
  label: string;
  /** What stands in the label's place once the same number is what was used; null: the shape has no such label. */
  usedLabel: string | null;
  /** The heading of another block of the same look. */
  otherHeading: string;
  /** Heading and label in another language. */
  foreign: readonly [string, string];
  base: Figure;
  later: Figure;
  zero: Figure;
  /** The words that follow the amount where the total is told there; '' in the same block without a limit. */
  totalText?: string;
  total?: number;
  endsAt?: string;
  byteUnit?: 1000 | 1024;
  /** In the words of the page. */
  unlimited: string;
  /** Markups of two accounts; null: the blocks themselves name the line. */
  accounts: readonly [string, string] | null;
  /** The account is greeted above the blocks of every page. */
  isGreeted?: boolean;
  /** No page of it has to be read, only none wrongly. */
  isOptional?: boolean;
  mayOmitFields?: boolean;
  section: (block: Block) => string;
  /** Further pages of this shape: what stands around the block, and what may be told. */
  extras?: readonly Extra[];
};

/** `text`: the amount as markup; `bytes`: what is left then. */
export type Figure = { text: string; bytes: number; endsAt?: string };

/** `mark`: the attribute of the target; `skin`: the beginning of its class names. */
export type Block = {
  heading: string;
  label: string;
  amount: string;
  totalText: string;
  mark: string;
  skin: string;
  isLater: boolean;
};

/** `figure` null: nothing may be told. `blocks`: makes the page's blocks of the shape's. */
type Extra = {
  variant: string;
  kind: 'must' | 'may' | 'none';
  figure: 'base' | 'later' | null;
  blocks: (make: (changes: Partial<Block>) => string, shape: Shape) => string;
};
