import { provenDecimal } from '../find/amount-value.ts';
import { provenOrder } from '../find/end-date.ts';
import { selectionOf } from '../find/page-identity.ts';
import { viewOf } from '../find/page-view.ts';
import { readPage } from '../find/read-page.ts';
import type { PageAnswers } from '../page-answers.ts';
import type { DraftAmount, DraftEnd, DraftFigure, PageDraft } from '../page-draft.ts';
import type { PageTree } from '../page-tree.ts';
import type { UnreadReason } from '../reading.ts';
import type { FigureMeaning, Place } from '../recipe.ts';
import { proposedAnswers } from '../setup/proposed-answers.ts';
import { recipeOf } from '../setup/recipe-of.ts';
import type { AmountCandidate } from './candidate.ts';
import { accountsOf } from './draft-accounts.ts';
import { draftEnds } from './draft-ends.ts';
import { isSameAmount, isSameRun, totalsOf } from './draft-totals.ts';
import { topUpLinksOf } from './top-up-links.ts';

/** What the picker knows beside the page. `hashOf`: of the texts that `textsToHash` names. `now`: epoch milliseconds. */
export type DraftFacts = {
  id: string;
  salt: string;
  hashOf: (text: string) => string;
  now: number;
  zone: string;
  documentBytes: number | null;
  pageBytes: number | null;
};

const maxFigures = 8;

/** What becomes of a pick: all that the set-up shows and asks, and nothing else of the page. */
export function makeDraft(
  tree: PageTree,
  candidates: readonly AmountCandidate[],
  picked: AmountCandidate,
  facts: DraftFacts,
): PageDraft {
  const draft = draftOf(tree, candidates, picked, facts);
  return { ...draft, unread: unreadReason(tree, draft, facts) };
}

/** Whatever is still to be answered: whether the number is found at its place. */
function unreadReason(tree: PageTree, draft: PageDraft, { hashOf, now, zone }: DraftFacts): UnreadReason | null {
  const answers: PageAnswers = { ...proposedAnswers(draft), meaning: 'left', total: null, end: null };
  const reading = readPage(tree, recipeOf(draft, answers), hashOf, now, zone);
  return reading.kind === 'read' || reading.reason === 'unclear-number' ? null : reading.reason;
}

function draftOf(
  tree: PageTree,
  candidates: readonly AmountCandidate[],
  picked: AmountCandidate,
  facts: DraftFacts,
): PageDraft {
  const { hashOf, now, zone, ...own } = facts;
  const view = viewOf(tree);
  const runIndex = view.page.runs.findIndex((run) => isSameRun(run, picked.run));
  const ends = draftEnds(view, runIndex, now, zone);
  const decimal = provenDecimal(candidates.map(({ amount }) => amount));
  const dateOrder = provenOrder(view.page);
  const figures = [picked, ...siblingsOf(picked, candidates)].slice(0, maxFigures);
  const { totals, isTotalLikely } = totalsOf(picked, candidates);
  return {
    ...own,
    url: tree.url,
    title: tree.title.slice(0, 200),
    language: tree.language,
    pickedAt: now,
    figures: figures.map((candidate) => toFigure(withNeededIds(candidate, candidates), hashOf)),
    totals: totals.map((candidate) => toAmount(withNeededIds(candidate, candidates), hashOf)),
    isTotalLikely,
    ends: ends.ends.map((end): DraftEnd => ({ ...end, place: hashed(end.place, hashOf) })),
    isEndLikely: ends.isLikely,
    accounts: accountsOf(view, picked, hashOf),
    selection: selectionOf(tree, hashOf),
    decimal: decimal === 'both' ? null : decimal,
    dateOrder: dateOrder === 'both' ? null : dateOrder,
    topUpLinks: topUpLinksOf(tree),
    unread: null,
  };
}

/** Ids are kept where they are needed: nothing else tells the picked one from its twins. */
function withNeededIds(candidate: AmountCandidate, candidates: readonly AmountCandidate[]): AmountCandidate {
  const { place } = candidate;
  const keyOf = ({ ids: _, ...rest }: Place) => JSON.stringify(rest);
  const hasTwin = candidates.some((other) => !isSameAmount(other, candidate) && keyOf(other.place) === keyOf(place));
  return hasTwin ? candidate : { ...candidate, place: { ...place, ids: [] } };
}

function hashed(place: Place, hashOf: (text: string) => string): Place {
  return { ...place, identifiers: place.identifiers.map(hashOf) };
}

function toAmount({ amount, run, place }: AmountCandidate, hashOf: (text: string) => string): DraftAmount {
  const { start, end, values, unit, isBinary, isBare } = amount;
  return { text: run.text.slice(start, end), values, unit, isBinary, isBare, place: hashed(place, hashOf) };
}

function toFigure(candidate: AmountCandidate, hashOf: (text: string) => string): DraftFigure {
  const { label, heading } = candidate;
  const short = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 120);
  return {
    ...toAmount(candidate, hashOf),
    meaning: meaningOf(candidate),
    label: short(label),
    heading: short(heading),
  };
}

function meaningOf({ meanings }: AmountCandidate): FigureMeaning | null {
  if (meanings.has('left') === meanings.has('used')) return null;
  return meanings.has('left') ? 'left' : 'used';
}

/** Amounts that say the same of other parts or cards: the same words beside them, other ones above. */
function siblingsOf(picked: AmountCandidate, candidates: readonly AmountCandidate[]): AmountCandidate[] {
  const { place } = picked;
  return candidates.filter((candidate) => {
    const other = candidate.place;
    const isAlike = other.shape === place.shape && other.position === place.position && other.column === place.column;
    const isOther = other.headings.join('\n') !== place.headings.join('\n') || other.before !== place.before;
    const isSameKind = other.before === place.before || place.column !== '';
    return (
      !isSameAmount(candidate, picked) && isAlike && isOther && isSameKind && meaningOf(candidate) === meaningOf(picked)
    );
  });
}
