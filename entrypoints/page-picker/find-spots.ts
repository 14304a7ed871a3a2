import type { Sought } from '../../utils/browser/page/content-messages.ts';
import { saltedHashes } from '../../utils/browser/page/salted-hash.ts';
import { textsToHash } from '../../utils/core/page/find/read-page.ts';
import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import type { PageTree } from '../../utils/core/page/page-tree.ts';
import { amountCandidates, bestGuess } from '../../utils/core/page/pick/amount-candidates.ts';
import type { AmountCandidate } from '../../utils/core/page/pick/candidate.ts';
import type { EndCandidate } from '../../utils/core/page/pick/draft-ends.ts';
import { amountAtKnownPlace } from '../../utils/core/page/pick/known-place.ts';
import { makeDraft } from '../../utils/core/page/pick/make-draft.ts';
import {
  endsToPointAt,
  likelyTotal,
  totalsToPointAt,
  withPointedEnd,
  withPointedTotal,
} from '../../utils/core/page/pick/pointed-at.ts';
import type { Place } from '../../utils/core/page/recipe.ts';
import { base64Url } from '../../utils/core/values/base64url.ts';
import { currentZone } from '../../utils/core/values/time.ts';
import { loadedBytes } from './loaded-bytes.ts';
import type { PickSpot } from './page/page-spot.ts';
import type { FindSpots, FoundSpots } from './page/scan-page.ts';

/* What of a page can be picked, by what is sought on it. */

export function findSpotsOf(sought: Sought): FindSpots {
  if (sought.what === 'number') return (tree) => numbersOf(tree, sought.known);
  const { what, draft } = sought;
  return (tree) => (what === 'end' ? endsOf(tree, draft) : totalsOf(tree, draft));
}

const saltBytes = 16;

function numbersOf(tree: PageTree, known: readonly Place[]): FoundSpots {
  const candidates = amountCandidates(tree);
  const toDraft = async (picked: AmountCandidate) => {
    const salt = base64Url(crypto.getRandomValues(new Uint8Array(saltBytes)));
    const facts = await readFacts(tree, salt);
    return makeDraft(tree, candidates, picked, { id: crypto.randomUUID(), salt, ...facts, ...loadedBytes() });
  };
  return found(candidates, ofAmount, toDraft, (shown) => amountAtKnownPlace(shown, known) ?? bestGuess(shown));
}

function totalsOf(tree: PageTree, draft: PageDraft): FoundSpots {
  const candidates = amountCandidates(tree);
  const toDraft = async (picked: AmountCandidate) =>
    withPointedTotal(tree, draft, picked, candidates, await readFacts(tree, draft.salt));
  return found(totalsToPointAt(draft, candidates), ofAmount, toDraft, (shown) => likelyTotal(draft, shown));
}

function endsOf(tree: PageTree, draft: PageDraft): FoundSpots {
  const dates = endsToPointAt(tree, draft, amountCandidates(tree), { now: Date.now(), zone: currentZone() });
  const toDraft = async (picked: EndCandidate) =>
    withPointedEnd(tree, draft, picked, await readFacts(tree, draft.salt));
  const likeliest = (shown: readonly EndCandidate[]) => {
    const best = Math.max(0, ...shown.map(({ rank }) => rank));
    return shown.find(({ rank }) => rank > 0 && rank === best) ?? null;
  };
  return found(dates, ofDate, toDraft, likeliest);
}

type TextSpot = Omit<PickSpot, 'toDraft'>;

const ofAmount = ({ run, amount, label }: AmountCandidate): TextSpot => ({
  run,
  start: amount.start,
  end: amount.end,
  label,
});

const ofDate = ({ run, start, end, label }: EndCandidate): TextSpot => ({ run, start, end, label });

function found<C>(
  candidates: readonly C[],
  spotOf: (candidate: C) => TextSpot,
  toDraft: (picked: C) => Promise<PageDraft | null>,
  guess: (shown: C[]) => C | null,
): FoundSpots {
  const all = candidates.map((candidate) => {
    const spot: PickSpot = { ...spotOf(candidate), toDraft: () => toDraft(candidate) };
    return { candidate, spot };
  });
  return {
    spots: all.map(({ spot }) => spot),
    guessOf: (shown) => {
      const likeliest = guess(all.filter(({ spot }) => shown.has(spot)).map(({ candidate }) => candidate));
      return all.find(({ candidate }) => candidate === likeliest)?.spot ?? null;
    },
  };
}

async function readFacts(tree: PageTree, salt: string) {
  const hashes = await saltedHashes(salt, textsToHash(tree));
  const hashOf = (text: string) => {
    const hash = hashes.get(text);
    if (hash === undefined) throw new Error('A text that nobody has named for hashing');
    return hash;
  };
  return { hashOf, now: Date.now(), zone: currentZone() };
}
