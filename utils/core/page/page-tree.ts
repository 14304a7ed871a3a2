/**
 * A page as the reader sees it: elements and texts, without what nobody sees (scripts, styles, templates, hidden parts).
 * A script on the page makes it of the live page, the parsing document of what was fetched.
 */
export type PageNode = {
  /** The element's name in lower case; '' for a text. */
  tag: string;
  /** Of a text alone, as it stands in the document. */
  text: string;
  /** Those of `readAttributes` that the element has; of a text none. */
  attributes: Readonly<Partial<Record<ReadAttribute, string>>>;
  children: readonly PageNode[];
  parent: PageNode | null;
};

export type PageTree = {
  /** The address it was read at. */
  url: string;
  title: string;
  /** The document's own language, as its `lang` says; '' if it does not. */
  language: string;
  root: PageNode;
  nodeCount: number;
  /** A field that takes a password can be seen: nobody is signed in. */
  hasPasswordField: boolean;
  /** More nodes than are read: nothing is told of it. */
  isTooLarge: boolean;
};

/** The nearest node, from `start` upwards, for which something holds; null: there is none. */
export function closest(start: PageNode | null, isSought: (node: PageNode) => boolean): PageNode | null {
  for (let node = start; node; node = node.parent) if (isSought(node)) return node;
  return null;
}

/**
 * `value`: as it is now, not as the document was written. `chosen`: of several tabs, options or links it is the one whose
 * content is shown, as the page says by a state, ARIA or a usual name of class. `aria-labelledby`: the text, not the ids.
 */
export const readAttributes = [
  'id',
  'name',
  'role',
  'for',
  'href',
  'value',
  'alt',
  'max',
  'min',
  'chosen',
  'itemprop',
  'data-testid',
  'data-test',
  'data-qa',
  'aria-label',
  'aria-labelledby',
  'aria-level',
  'aria-valuetext',
  'aria-valuenow',
  'aria-valuemax',
  'aria-valuemin',
] as const;
export type ReadAttribute = (typeof readAttributes)[number];

/** Pages beyond them are not read: a slow browser would be worse than no figure. */
export const maxPageNodes = 60_000;
/** Chromium's parser makes none deeper than 512. */
export const maxPageDepth = 500;
/** Of what was fetched, decoded. */
export const maxPageBytes = 5_000_000;
