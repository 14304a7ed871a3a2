import type { PageNode } from '../../../utils/core/page/page-tree.ts';
import type { AmountCandidate } from '../../../utils/core/page/pick/candidate.ts';
import { type Box, boxOf, commonPart, isEmpty, moved } from './box.ts';
import { type ClipsOf, isFolded } from './clips.ts';
import { frameCorner } from './composed-tree.ts';
import { isVisible } from './in-sight.ts';

/** Where the text of an amount begins or ends. An element is what says the amount by an attribute. */
type Edge = { node: Node; offset: number };

/** An amount with what shows it. `element`: the one its text begins in; `clips`: what may cut it off. */
export type PageAmount = {
  candidate: AmountCandidate;
  element: Element;
  from: Edge;
  to: Edge;
  clips: readonly Element[];
};

type DomOf = ReadonlyMap<PageNode, Node>;
type Part = AmountCandidate['run']['parts'][number];

/** Null: nothing shows it, as where it was read of a document that is not drawn. */
export function pageAmountOf(candidate: AmountCandidate, domOf: DomOf, clipsOf: ClipsOf): PageAmount | null {
  const { amount, run } = candidate;
  const first = run.parts.findLast(({ start }) => start <= amount.start);
  const last = run.parts.findLast(({ start }) => start < amount.end);
  const from = edgeAt(first, amount.start, domOf);
  const to = edgeAt(last, amount.end, domOf);
  const element = from && elementOf(from.node);
  return from && to && element ? { candidate, element, from, to, clips: clipsOf(element) } : null;
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

/** What the page calls it, and how it writes it. */
export function wordsOf({ candidate: { amount, run, label } }: PageAmount): string {
  const text = run.text.slice(amount.start, amount.end);
  return `${label} ${text}`.replace(/\s+/g, ' ').trim();
}

/** Whether the same text says the same, though the page was read anew in between. */
export function isSameAmount(one: PageAmount, other: PageAmount): boolean {
  const isSamePlace = one.from.node === other.from.node && one.from.offset === other.from.offset;
  return isSamePlace && wordsOf(one) === wordsOf(other);
}

/** Perhaps out of view. */
export function isShown(amount: PageAmount): boolean {
  if (!isVisible(amount.element) || amount.clips.some(isFolded)) return false;
  return [...rectsOf(amount)].some(({ width, height }) => width > 0 && height > 0);
}

/** Where its text can be seen: several boxes where it goes on in another line or element. */
export function boxesOf(amount: PageAmount): Box[] {
  const rects = [...rectsOf(amount)].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  return rects.map((rect) => visiblePart(rect, amount.element, amount.clips)).filter((box) => !isEmpty(box));
}

function rectsOf({ from, to }: PageAmount): Iterable<DOMRect> {
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
