import type { ByteUnit } from '../values/bytes.ts';
import type { Money } from '../values/money.ts';
import type { DateOrder } from './text/dates.ts';

/**
 * Where an amount or a date stands, in words that outlive its value and the look of the page. Texts are shapes
 * (find/shapes.ts): what is personal in them is a `#` here, and its salted hash is in `identifiers`.
 */
export type Place = {
  /** The text it stands in, e.g. "#u of #u". */
  shape: string;
  /** Which of the amounts, or dates, of that text it is: 0 is the first. Percentages are counted after its amounts. */
  position: number;
  /** The texts next to it in its row or block; '' where there is none. */
  before: string;
  after: string;
  /** The header of its column; '' outside of tables. */
  column: string;
  /** What stands above it: the nearest heading first. */
  headings: readonly string[];
  /** Ids that look as if people had made them, its own first: they tell twins apart, and nothing else. */
  ids: readonly string[];
  /** Of what identifies a person or a line in these texts. */
  identifiers: readonly string[];
};

export type FigureMeaning = 'left' | 'used';

/** bytes: as the person said. */
export type RecipeTotal = { kind: 'place'; place: Place } | { kind: 'bytes'; bytes: number };
export type RecipeEnd = { kind: 'place'; place: Place } | { kind: 'instant'; at: number };

/** One figure of the page: a module of the card `cardKey`. */
export type RecipePart = {
  id: string;
  cardKey: string;
  /** What the page calls it, to be shown. */
  name: string;
  meaning: FigureMeaning;
  figure: Place;
  /** The person picked a bare "3.5G". */
  isBare: boolean;
  /** What was picked is a percentage of `total`. */
  isPercent?: boolean;
  total: RecipeTotal | null;
  end: RecipeEnd | null;
};

/** Where the text that tells the account stands: beside the figure, in the page's header, anywhere. */
export type AccountPlace = 'near' | 'header' | 'page';

/** One text that tells the account; `shape`: of the line it stands in. */
export type AccountMark = { place: AccountPlace; shape: string; hash: string };
/** All of them have to be there: a person and one of that person's lines. */
export type RecipeAccount = { marks: readonly AccountMark[] };

/**
 * What the person said of the card of the first part. `firstUse`: its plan has not begun as long as no less than `bytes`
 * are left.
 */
export type RecipeFacts = {
  lineEndsAt: number | null;
  firstUse: { by: number | null; bytes: number } | null;
  credit: Money | null;
};

/** How one page is read. `version` is the stored value's own (see core/storage). */
export type PageRecipe = {
  /** `query`: the parameters that choose what is shown, sorted; '' for none. */
  address: { origin: string; path: string; query: string };
  parts: readonly RecipePart[];
  /** Null: the page names nobody for certain. The salt is of all hashes of this recipe. */
  account: RecipeAccount | null;
  salt: string;
  /** Tabs and options that were chosen on the page, as shapes. */
  selection: readonly string[];
  /** Of the page, as its document says; numbers of another one may be written otherwise. */
  language: string;
  /** Null: no amount, or date, has shown it yet. */
  decimal: '.' | ',' | null;
  dateOrder: DateOrder | null;
  byteUnit: ByteUnit;
  /** Absent: nothing was said. */
  facts?: RecipeFacts;
};
