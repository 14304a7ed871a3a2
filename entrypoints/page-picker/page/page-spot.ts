import type { TextRun } from '../../../utils/core/page/find/page-text.ts';
import type { PageDraft } from '../../../utils/core/page/page-draft.ts';
import type { PageNode } from '../../../utils/core/page/page-tree.ts';
import { type Box, boxOf, commonPart, isEmpty, moved } from './box.ts';
import { type ClipsOf, isFolded } from './clips.ts';
import { frameCorner } from './composed-tree.ts';
import { isVisible } from './in-sight.ts';

/**
 * An amount or a date in a text of the page. `label`: what the page calls it. `toDraft`: what becomes of it if it is
 * taken; null: this page is not the one that the draft was begun on.
 */
export type PickSpot = {
  run: TextRun;
  start: number;
  end: number;
  label: string;
  toDraft: () => Promise<PageDraft | null>;
};

/** Where the text of a spot begins or ends. An element is what says it by an attribute. */
type Edge = { node: Node; offset: number };

/** A spot with what shows it. `element`: the one its text begins in; `clips`: what may cut it off. */
export type PageSpot = PickSpot & {
  element: Element;
  from: Edge;
  to: Edge;
  clips: readonly Element[];
};

type DomOf = ReadonlyMap<PageNode, Node>;
type Part = TextRun['parts'][number];

/** Null: nothing shows it, as where it was read of a document that is not drawn. */
export function pageSpotOf(spot: PickSpot, domOf: DomOf, clipsOf: ClipsOf): PageSpot | null {
  const { run, start, end } = spot;
  const first = run.parts.findLast((part) => part.start <= start);
  const last = run.parts.findLast((part) => part.start < end);
  const from = edgeAt(first, start, domOf);
  const to = edgeAt(last, end, domOf);
  const element = from && elementOf(from.node);
  return from && to && element ? { ...spot, element, from, to, clips: clipsOf(element) } : null;
}

function edgeAt(part: Part | undefined, offset: number, domOf: DomOf): Edge | null {
  const node = part && domOf.get(part.node);
  return node ? { node, offset: offset - part.start } : null;
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** A text may stand in a shadow root itself. */
function elementOf(node: Node): Element | null {
  if (isElement(node)) return node;
  return node.parentElement ?? (node.parentNode as Partial<ShadowRoot> | null)?.host ?? null;
}

/** Whether an element says it, and no text. */
export const isWithoutText = ({ from }: PageSpot): boolean => isElement(from.node);

/** What the page calls it, and how it writes it. */
export function wordsOf({ run, start, end, label }: PickSpot): string {
  return `${label} ${run.text.slice(start, end)}`.replace(/\s+/g, ' ').trim();
}

/** Whether the same text says the same, though the page was read anew in between. */
export function isSameSpot(one: PageSpot, other: PageSpot): boolean {
  const isSamePlace = one.from.node === other.from.node && one.from.offset === other.from.offset;
  return isSamePlace && wordsOf(one) === wordsOf(other);
}

/** Perhaps out of view. */
export function isShown(spot: PageSpot): boolean {
  if (!isVisible(spot.element) || spot.clips.some(isFolded)) return false;
  return [...rectsOf(spot)].some(({ width, height }) => width > 0 && height > 0);
}

/** Where its text can be seen: several boxes where it goes on in another line or element. */
export function boxesOf(spot: PageSpot): Box[] {
  const rects = [...rectsOf(spot)].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  return rects.map((rect) => visiblePart(rect, spot.element, spot.clips)).filter((box) => !isEmpty(box));
}

function rectsOf({ from, to }: PageSpot): Iterable<DOMRect> {
  if (isElement(from.node)) return from.node.getClientRects();
  // Made anew each time: a range that is kept would slow down every change of the page.
  const range = from.node.ownerDocument?.createRange();
  range?.setStart(from.node, Math.min(from.offset, lengthOf(from.node)));
  range?.setEnd(to.node, Math.min(to.offset, lengthOf(to.node)));
  return range?.getClientRects() ?? [];
}

const lengthOf = (node: Node): number => (node.nodeValue ?? '').length;

/** Of a box of an element's document, from the corner of the page's own view. */
function visiblePart(box: Box, { ownerDocument }: Element, clips: readonly Element[]): Box {
  const cut = clips
    .filter((clip) => clip.ownerDocument === ownerDocument)
    .reduce((part, clip) => commonPart(part, boxOf(clip)), box);
  const frame = ownerDocument.defaultView?.frameElement;
  if (!frame) return cut;
  const { x, y } = frameCorner(frame);
  return visiblePart(commonPart(moved(cut, x, y), boxOf(frame)), frame, clips);
}
