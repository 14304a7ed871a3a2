/** A page and what may be told of it. */
export type PageCase = {
  base: string;
  variant: string;
  /** The variant of the same base that was pointed at before. */
  pickedOn: string;
  html: string;
  /** Markup that names the account, for the header; null: the header names nobody. */
  account: string | null;
  /** must: the figure is told. may: the figure or nothing. Others: nothing is told. */
  kind: 'must' | 'may' | 'none' | 'signed-out';
  role: 'left' | 'used';
  /** What is left; null: no figure may be told. */
  bytes: number | null;
  total: number | null;
  /** The last day it can be used, as an ISO day. */
  endsAt: string | null;
  byteUnit: 1000 | 1024;
  /** A script of the page makes it, so that a parser alone sees nothing of it. */
  drawnByScript?: boolean;
  /** The page says it less plainly than in words beside the figure: total and end may be left out. */
  mayOmitFields?: boolean;
  /** One of tests/pages/shapes. */
  isShape: boolean;
};

/** What stands around a page; none: the page alone. */
export type Surroundings = 'none' | 'shop' | 'offers' | 'usage';
