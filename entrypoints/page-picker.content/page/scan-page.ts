import { pageTreeOf } from '../../../utils/browser/page/page-document.ts';
import type { PageTree } from '../../../utils/core/page/page-tree.ts';
import { amountCandidates, bestGuess } from '../../../utils/core/page/pick/amount-candidates.ts';
import type { AmountCandidate } from '../../../utils/core/page/pick/candidate.ts';
import { amountAtKnownPlace } from '../../../utils/core/page/pick/known-place.ts';
import type { PickerWords } from '../../../utils/core/page/picker-words.ts';
import type { Place } from '../../../utils/core/page/recipe.ts';
import { makeClipsOf } from './clips.ts';
import { isShown, type PageAmount, pageAmountOf } from './page-amount.ts';

/** Why nothing can be picked. */
export type Obstacle = keyof Pick<PickerWords, 'asksPassword' | 'noAmount' | 'tooLarge' | 'notSecure' | 'otherFrame'>;

/** A page as it is now. `amounts`: those that are shown, in document order. `roots`: the trees it consists of. */
export type PageScan = {
  tree: PageTree;
  candidates: readonly AmountCandidate[];
  amounts: readonly PageAmount[];
  guess: PageAmount | null;
  obstacle: Obstacle | null;
  roots: readonly Node[];
};

/** `known`: where the number stands by the recipes of known sites. */
export function scanPage(known: readonly Place[]): PageScan {
  const { tree, domOf } = pageTreeOf(document, location.href);
  const roots = rootsOf(domOf.values());
  const none = { tree, candidates: [], amounts: [], guess: null, roots };
  // Without it there is nothing to make the salted hashes with.
  if (!isSecureContext) return { ...none, obstacle: 'notSecure' };
  if (tree.hasPasswordField) return { ...none, obstacle: 'asksPassword' };
  if (tree.isTooLarge) return { ...none, obstacle: 'tooLarge' };
  const candidates = amountCandidates(tree);
  const clipsOf = makeClipsOf();
  const amounts = candidates
    .map((candidate) => pageAmountOf(candidate, domOf, clipsOf))
    .filter((amount) => amount !== null)
    .filter(isShown);
  const shown = amounts.map(({ candidate }) => candidate);
  const best = amountAtKnownPlace(shown, known) ?? bestGuess(shown);
  const guess = amounts.find(({ candidate }) => candidate === best) ?? null;
  return { tree, candidates, amounts, guess, obstacle: amounts.length === 0 ? whyNone(domOf.values()) : null, roots };
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
  return 'noAmount';
}

function shareOfView(element: Element): number {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const width = Math.min(right, innerWidth) - Math.max(left, 0);
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return (Math.max(width, 0) * Math.max(height, 0)) / (innerWidth * innerHeight);
}
