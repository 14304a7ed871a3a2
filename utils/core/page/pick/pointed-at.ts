import { viewOf } from '../find/page-view.ts';
import type { PageAnswers } from '../page-answers.ts';
import type { DraftEnd, DraftTotal, PageDraft, Pointed } from '../page-draft.ts';
import type { PageTree } from '../page-tree.ts';
import type { ReadPart } from '../reading.ts';
import type { Place } from '../recipe.ts';
import { bytesOf, endReadings } from '../setup/draft-amounts.ts';
import { possibleTotals, proposedAnswers, settledAnswers } from '../setup/proposed-answers.ts';
import type { AmountCandidate } from './candidate.ts';
import { type EndCandidate, endCandidates, maxEnds } from './draft-ends.ts';
import { isSameRun, maxTotals } from './draft-totals.ts';
import { amountAtKnownPlace } from './known-place.ts';
import { hashedEnd, type ReadFacts, readBack, toAmount } from './make-draft.ts';

/* What is pointed at after the number itself, on the page that this was picked on. */

/** The dates that may be its end; those that more surely are have the higher rank. */
export function endsToPointAt(
  tree: PageTree,
  { figures }: PageDraft,
  candidates: readonly AmountCandidate[],
  { now, zone }: Pick<ReadFacts, 'now' | 'zone'>,
): EndCandidate[] {
  const view = viewOf(tree);
  const figure = atPlaceOf(figures[0], candidates);
  const runIndex = figure ? view.page.runs.findIndex((run) => isSameRun(run, figure.run)) : -1;
  return endCandidates(view, runIndex, now, zone);
}

/** The amounts that may be its total: none that is less, nor itself. */
export function totalsToPointAt(draft: PageDraft, candidates: readonly AmountCandidate[]): AmountCandidate[] {
  const figure = atPlaceOf(draft.figures[0], candidates);
  const answers = proposedAnswers(draft);
  return candidates.filter((candidate) => {
    if (candidate === figure || candidate.amount.isPercent) return false;
    const totals = [toAmount(candidate, [], (text) => text)];
    return possibleTotals({ ...draft, totals }, answers).length > 0;
  });
}

/** The one of some amounts that the draft has as its likeliest total already. */
export function likelyTotal({ totals }: PageDraft, some: readonly AmountCandidate[]): AmountCandidate | null {
  return atPlaceOf(totals[0], some);
}

function atPlaceOf(sought: { place: Place } | undefined, candidates: readonly AmountCandidate[]) {
  return sought ? amountAtKnownPlace(candidates, [sought.place]) : null;
}

/** The draft with this date as its first end. Null: on this page its figure is not to be found. */
export function withPointedEnd(
  tree: PageTree,
  draft: PageDraft,
  { draftEnd }: EndCandidate,
  facts: ReadFacts,
): PageDraft | null {
  const end = hashedEnd(draftEnd, facts.hashOf);
  const pointedAt = (isFixed: boolean): PageDraft => {
    const pointed: DraftEnd = { ...end, pointed: { at: facts.now, isFixed } };
    return { ...draft, ends: inFront(pointed, draft.ends).slice(0, maxEnds), isEndLikely: true };
  };
  const isRead = endReadings(end, draft).map((reading) => {
    const part = partBy(tree, pointedAt(false), { end: { kind: 'found', index: 0, reading } }, facts);
    return part && part !== 'unclear' ? part.endsAt === end.endsAt[reading] : part;
  });
  return isRead.includes(null) ? null : pointedAt(!isRead.every((is) => is === true));
}

/** The draft with this amount as its first total. Null: on this page its figure is not to be found. */
export function withPointedTotal(
  tree: PageTree,
  draft: PageDraft,
  picked: AmountCandidate,
  candidates: readonly AmountCandidate[],
  facts: ReadFacts,
): PageDraft | null {
  const amount = toAmount(picked, candidates, facts.hashOf);
  const pointedAt = (isFixed: boolean): PageDraft => {
    const pointed: DraftTotal = { ...amount, pointed: { at: facts.now, isFixed } };
    return { ...draft, totals: inFront(pointed, draft.totals).slice(0, maxTotals), isTotalLikely: true };
  };
  const found = pointedAt(false);
  const total = { kind: 'found', index: 0 } as const;
  if (partBy(tree, draft, {}, facts) === null) return null;
  const part = partBy(tree, found, { total }, facts);
  const balance = part === null || part === 'unclear' ? null : part.balance;
  const bytes = bytesOf(amount, found, settledAnswers(found, { ...proposedAnswers(found), total }));
  return pointedAt(balance?.kind !== 'known' || balance.totalBytes !== bytes);
}

/** In place of what was pointed at before, and of what was found at its place. */
function inFront<T extends { place: Place; pointed?: Pointed }>(pointed: T, found: readonly T[]): T[] {
  const isAtItsPlace = ({ place }: T) => JSON.stringify(place) === JSON.stringify(pointed.place);
  return [pointed, ...found.filter((other) => !other.pointed && !isAtItsPlace(other))];
}

/** What would be read of the figure. 'unclear': its number, not its page; null: it is not there. */
function partBy(
  tree: PageTree,
  draft: PageDraft,
  answers: Partial<PageAnswers>,
  facts: ReadFacts,
): ReadPart | 'unclear' | null {
  const reading = readBack(tree, draft, answers, facts);
  if (reading.kind === 'read') return reading.parts[0] ?? null;
  return reading.reason === 'unclear-number' ? 'unclear' : null;
}
