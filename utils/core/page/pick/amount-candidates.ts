import { type AmountSpot, amountSpots } from '../find/amount-spots.ts';
import { standingOf } from '../find/page-text.ts';
import { type PageView, viewOf } from '../find/page-view.ts';
import type { Surroundings } from '../find/place-of.ts';
import { hasWords } from '../find/shapes.ts';
import { closest, type PageNode, type PageTree } from '../page-tree.ts';
import { findAmounts, type TextAmount } from '../text/amounts.ts';
import { meaningsOf } from '../text/meaning.ts';
import type { AmountCandidate } from './candidate.ts';
import { type Topic, topicsOf } from './topics.ts';
import { endsInOf } from './total-words.ts';

/** Longer lists are records of usage. */
const maxCandidates = 3000;

/** All that may be picked, in document order; bare ones too, which are nothing else elsewhere, and percentages. */
export function amountCandidates(tree: PageTree): AmountCandidate[] {
  if (tree.isTooLarge) return [];
  const view = viewOf(tree);
  const spots = amountSpots(view)
    .map((spot) => ({ ...spot, standing: standingOf(spot.runIndex, view.page) }))
    .sort((a, b) => a.standing - b.standing || a.amount.start - b.amount.start)
    .slice(0, maxCandidates);
  const perRun = Map.groupBy(spots, ({ runIndex }) => runIndex);
  return spots.map((spot) => toCandidate(spot, view, perRun.get(spot.runIndex) ?? []));
}

function toCandidate(spot: AmountSpot, { page, places }: PageView, beside: readonly AmountSpot[]): AmountCandidate {
  const run = page.runs[spot.runIndex];
  if (!run) throw new Error('A spot outside of its page');
  const around = places.surroundings(spot.runIndex);
  const { isPercent } = spot.amount;
  const own = allOf(
    ownWords(
      run.text,
      spot.amount,
      // "3 GB (30 %) left" says it of both.
      beside.filter(({ amount }) => isPercent || !amount.isPercent),
    ),
  );
  return {
    amount: spot.amount,
    run,
    place: places.of(spot.runIndex, spot.position),
    meanings: meaningsAround(own, around),
    own,
    label: labelOf(run.text, around),
    heading: around.headings[0] ?? '',
  };
}

/** What the nearest words say it means: those of its own text, then of its column, then beside it, then above it. */
function meaningsAround(own: ReadonlySet<Topic>, around: Surroundings): ReadonlySet<Topic> {
  const found = new Set(own);
  const { before, after, column, headings } = around;
  for (const words of [column, before, after, headings[0] ?? '']) {
    const isSettled = found.has('left') || found.has('used');
    for (const meaning of allOf(words)) {
      if (!isSettled || (meaning !== 'left' && meaning !== 'used')) found.add(meaning);
    }
  }
  return found;
}

function allOf(words: string): ReadonlySet<Topic> {
  return new Set<Topic>([...meaningsOf(words), ...topicsOf(words)]);
}

/** Of a text with several amounts the words up to its neighbours; those that end in "of" are of the first. */
function ownWords(text: string, { start, end }: TextAmount, all: readonly AmountSpot[]): string {
  const index = all.findIndex(({ amount }) => amount.start === start);
  const from = all[index - 1]?.amount.end ?? 0;
  const to = all[index + 1]?.amount.start ?? text.length;
  const before = text.slice(from, start);
  return `${from > 0 && endsInOf(before) ? '' : before} ${text.slice(end, to)}`;
}

/** The page's own words for it: beside it, or those of the text it stands in. */
function labelOf(text: string, { before, after, column, headings }: Surroundings): string {
  const isWords = (words: string) => hasWords(words) && words.length <= 60 && findAmounts(words).length === 0;
  if (isWords(before) && before !== headings[0]) return before;
  if (isWords(column)) return column;
  if (isWords(after)) return after;
  return text.length <= 120 ? text.trim() : '';
}

/** The amount that is most likely what is left; null where nothing speaks for one. */
export function bestGuess(candidates: readonly AmountCandidate[]): AmountCandidate | null {
  const scored = candidates
    .filter(({ amount }) => !amount.isBare && !amount.isPercent)
    .map((candidate) => ({ candidate, score: guessScore(candidate) }))
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  return best && best.score > 0 ? best.candidate : null;
}

function guessScore({ meanings, run, place, amount, heading }: AmountCandidate): number {
  let score = 0;
  if (meanings.has('left')) score += 40;
  else if (meanings.has('used')) score += place.position === 0 ? 10 : -20;
  for (const other of ['total', 'extra', 'abroad', 'offer', 'daily', 'voice'] as const)
    if (meanings.has(other)) score -= 25;
  if (isWithin(run.block, ['footer', 'nav', 'header', 'aside'])) score -= 40;
  if (isWithin(run.block, ['main', 'section', 'article'])) score += 5;
  if (heading !== '') score += 5;
  if (place.position > 0) score -= 15;
  if (run.text.length > 120) score -= 10;
  if (/\p{Sc}|\d[.,]\d{2}\s*(EUR|USD|SEK|GBP|IDR|Rp)\b/u.test(run.text)) score -= 30;
  return amount.values.length > 1 ? score - 5 : score;
}

function isWithin(block: PageNode, tags: readonly string[]): boolean {
  return closest(block, ({ tag }) => tags.includes(tag)) !== null;
}
