import type { UnreadReason } from './reading.ts';
import type { FigureMeaning, Place, RecipeAccount } from './recipe.ts';
import type { AmountRest } from './text/amounts.ts';
import type { DateOrder } from './text/dates.ts';

/* What the picker takes from a page to the set-up: bounded, and held for the session alone. */

/** What can be pointed at beside the figure itself. */
export type DraftPart = 'total' | 'end';

/**
 * That the person has pointed at it, and when. `isFixed`: it would not be found again where it stands, and is kept as it
 * was then.
 */
export type Pointed = { at: number; isFixed: boolean };

/** An amount of the page. `values`: plain decimals, two where the text alone does not say which ("1.234"). */
export type DraftAmount = {
  /** As the page writes it, e.g. "2,75 GB". */
  text: string;
  values: readonly string[];
  unit: 'B' | 'KB' | 'MB' | 'GB' | 'TB';
  isBinary: boolean;
  isBare: boolean;
  isPercent?: boolean;
  rest?: AmountRest;
  place: Place;
};

export type DraftTotal = DraftAmount & { pointed?: Pointed };

/**
 * `meaning` null: no word on the page says it. `label`, `heading`: as the page writes them; '' for none. `total`, `end`:
 * those of a further figure itself, where nothing else can be them.
 */
export type DraftFigure = DraftAmount & {
  meaning: FigureMeaning | null;
  label: string;
  heading: string;
  total?: DraftAmount;
  end?: DraftEnd;
};

/** `endsAt`: one for each way to read it, in the order of `orders`. */
export type DraftEnd = {
  text: string;
  endsAt: readonly number[];
  orders: readonly DateOrder[];
  place: Place;
  pointed?: Pointed;
};

/** `text`: as the page writes it. */
export type DraftAccount = RecipeAccount & { text: string };

export type PageDraft = {
  id: string;
  url: string;
  title: string;
  language: string;
  pickedAt: number;
  /** Of all hashes in it. */
  salt: string;
  /** The first is what was picked, the others have the same label under other headings: further parts or cards. */
  figures: readonly DraftFigure[];
  /** What its total may be, what was pointed at or is likeliest first. The first stands for it where `isTotalLikely`. */
  totals: readonly DraftTotal[];
  isTotalLikely: boolean;
  ends: readonly DraftEnd[];
  isEndLikely: boolean;
  accounts: readonly DraftAccount[];
  selection: readonly string[];
  /** What other numbers of the page prove. */
  decimal: '.' | ',' | null;
  dateOrder: DateOrder | null;
  /** Links that look like a way to top up, of this page's site and others. */
  topUpLinks: readonly { text: string; url: string }[];
  /** Why a recipe of it would not find the picked number on this very page; null: it does. */
  unread: UnreadReason | null;
  /** On the wire: the document alone, and all that the page has loaded. Null: the browser does not say. */
  documentBytes: number | null;
  pageBytes: number | null;
};
