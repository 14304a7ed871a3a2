import { pageTreeOf } from '../../../utils/browser/page/page-document.ts';
import type { PageNode, PageTree } from '../../../utils/core/page/page-tree.ts';
import type { PickerWords } from '../../../utils/core/page/picker-words.ts';
import { findPercents } from '../../../utils/core/page/text/amounts.ts';
import { meaningsOf } from '../../../utils/core/page/text/meaning.ts';
import { makeClipsOf } from './clips.ts';
import { isShown, isWithoutText, type PageSpot, type PickSpot, pageSpotOf } from './page-spot.ts';

/** Why nothing can be picked. */
export type Obstacle = keyof Pick<PickerWords, 'asksPassword' | 'noneHere' | 'tooLarge' | 'notSecure' | 'otherFrame'>;

/** What can be picked of a page, in document order. `guessOf`: the likeliest of some of it; null: none is likely. */
export type FoundSpots = { spots: readonly PickSpot[]; guessOf: (shown: ReadonlySet<PickSpot>) => PickSpot | null };
export type FindSpots = (tree: PageTree) => FoundSpots;

/** A page as it is now. `spots`: those that are shown, in document order. `roots`: the trees it consists of. */
export type PageScan = {
  spots: readonly PageSpot[];
  guess: PageSpot | null;
  obstacle: Obstacle | null;
  roots: readonly Node[];
};

export function scanPage(findSpots: FindSpots): PageScan {
  const domOf = new Map<PageNode, Node>();
  const tree = pageTreeOf(document, location.href, domOf);
  const roots = rootsOf(domOf.values());
  const none = { spots: [], guess: null, roots };
  // Without it there is nothing to make the salted hashes with.
  if (!isSecureContext) return { ...none, obstacle: 'notSecure' };
  if (tree.hasPasswordField) return { ...none, obstacle: 'asksPassword' };
  if (tree.isTooLarge) return { ...none, obstacle: 'tooLarge' };
  const found = findSpots(tree);
  const clipsOf = makeClipsOf();
  const shown = found.spots.flatMap((spot) => {
    const drawn = pageSpotOf(spot, domOf, clipsOf);
    return drawn && isShown(drawn) ? [{ spot, drawn }] : [];
  });
  const likeliest = found.guessOf(new Set(shown.map(({ spot }) => spot)));
  const guess = shown.find(({ spot }) => spot === likeliest)?.drawn ?? null;
  const spots = shown.map(({ drawn }) => drawn);
  const isAny = spots.some(isOfItself) || (spots.length > 0 && tellsUse(domOf.keys()));
  return { spots, guess, obstacle: isAny ? null : whyNone(domOf.values()), roots };
}

/** A percentage in a text may be one of anything. */
function isOfItself(spot: PageSpot): boolean {
  return isWithoutText(spot) || findPercents(spot.run.text).every(({ start }) => start !== spot.start);
}

/** Whether a page says of anything that it is left or used. */
function tellsUse(nodes: Iterable<PageNode>): boolean {
  for (const { text } of nodes) {
    const meanings = meaningsOf(text);
    if (meanings.has('left') || meanings.has('used')) return true;
  }
  return false;
}

/** The document, and the frames and open shadow roots that were read with it. */
function rootsOf(nodes: Iterable<Node>): Node[] {
  const roots: Node[] = [document];
  for (const node of nodes) {
    const { shadowRoot, contentDocument } = node as Partial<HTMLIFrameElement>;
    if (shadowRoot) roots.push(shadowRoot);
    if (contentDocument) roots.push(contentDocument);
  }
  return roots;
}

/** Of what is in view: from then on a frame may be what the person came for. */
const goodPart = 0.25;

function whyNone(nodes: Iterable<Node>): Obstacle {
  for (const node of nodes) {
    if (node instanceof HTMLIFrameElement && node.contentDocument === null && shareOfView(node) >= goodPart)
      return 'otherFrame';
  }
  return 'noneHere';
}

function shareOfView(element: Element): number {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const width = Math.min(right, innerWidth) - Math.max(left, 0);
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return (Math.max(width, 0) * Math.max(height, 0)) / (innerWidth * innerHeight);
}
