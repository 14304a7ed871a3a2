import { provenDecimal } from '../find/amount-value.ts';
import { provenOrder } from '../find/end-date.ts';
import { selectionOf } from '../find/page-identity.ts';
import { type PageView, viewOf } from '../find/page-view.ts';
import { readPage } from '../find/read-page.ts';
import type { PageAnswers } from '../page-answers.ts';
import type { DraftAmount, DraftEnd, DraftFigure, PageDraft } from '../page-draft.ts';
import type { PageTree } from '../page-tree.ts';
import type { PageReading, UnreadReason } from '../reading.ts';
import type { FigureMeaning, Place } from '../recipe.ts';
import { proposedAnswers } from '../setup/proposed-answers.ts';
import { recipeOf } from '../setup/recipe-of.ts';
import type { AmountCandidate } from './candidate.ts';
import { accountsOf } from './draft-accounts.ts';
import { draftEnds } from './draft-ends.ts';
import { isSameAmount, isSameRun, totalsOf } from './draft-totals.ts';
import { topUpLinksOf } from './top-up-links.ts';

type HashOf = (text: string) => string;

/** What the picker knows beside the page. `hashOf`: of the texts that `textsToHash` names. `now`: epoch milliseconds. */
export type DraftFacts = {
  id: string;
  salt: string;
  hashOf: HashOf;
  now: number;
  zone: string;
  documentBytes: number | null;
  pageBytes: number | null;
};

export type ReadFacts = Pick<DraftFacts, 'hashOf' | 'now' | 'zone'>;

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

/** Whether the number is found at its place. */
function unreadReason(tree: PageTree, draft: PageDraft, facts: ReadFacts): UnreadReason | null {
  const reading = readBack(tree, draft, {}, facts);
  return reading.kind === 'read' || reading.reason === 'unclear-number' ? null : reading.reason;
}

/** What a page says by a recipe of the draft, whatever is still to be answered but for `answers`. */
export function readBack(
  tree: PageTree,
  draft: PageDraft,
  answers: Partial<PageAnswers>,
  { hashOf, now, zone }: ReadFacts,
): PageReading {
  // A percentage of nothing is none; an amount that is more than its total is read without it.
  const total = { kind: 'bytes', bytes: 1 } as const;
  const all: PageAnswers = { ...proposedAnswers(draft), meaning: 'left', total, end: null, ...answers };
  return readPage(tree, recipeOf(draft, all), hashOf, now, zone);
}

function draftOf(
  tree: PageTree,
  candidates: readonly AmountCandidate[],
  picked: AmountCandidate,
  facts: DraftFacts,
): PageDraft {
  const { hashOf, now, zone, ...own } = facts;
  const view = viewOf(tree);
  const ends = draftEnds(view, runIndexOf(picked, view), now, zone);
  const decimal = provenDecimal(candidates.map(({ amount }) => amount));
  const dateOrder = provenOrder(view.page);
  // A further percentage would have no total of its own.
  const siblings = picked.amount.isPercent ? [] : siblingsOf(picked, candidates);
  const figures = [picked, ...siblings].slice(0, maxFigures);
  const { totals, isTotalLikely } = totalsOf(picked, candidates);
  return {
    ...own,
    url: tree.url,
    title: tree.title.slice(0, 200),
    language: tree.language,
    pickedAt: now,
    figures: figures.map((candidate) => ({
      ...toFigure(candidate, candidates, hashOf),
      ...(candidate !== picked && ownOf(candidate, candidates, view, facts)),
    })),
    totals: totals.map((candidate) => toAmount(candidate, candidates, hashOf)),
    isTotalLikely,
    ends: ends.ends.map((end) => hashedEnd(end, hashOf)),
    isEndLikely: ends.isLikely,
    accounts: accountsOf(view, picked, hashOf),
    selection: selectionOf(tree, hashOf),
    decimal: decimal === 'both' ? null : decimal,
    dateOrder: dateOrder === 'both' ? null : dateOrder,
    topUpLinks: topUpLinksOf(tree),
    unread: null,
  };
}

/** What is likely the total and the end of a further figure, for nobody is asked which they are. */
function ownOf(
  figure: AmountCandidate,
  candidates: readonly AmountCandidate[],
  view: PageView,
  { hashOf, now, zone }: ReadFacts,
): Pick<DraftFigure, 'total' | 'end'> {
  const { totals, isTotalLikely } = totalsOf(figure, candidates);
  const { ends, isLikely } = draftEnds(view, runIndexOf(figure, view), now, zone);
  const total = isTotalLikely ? totals[0] : undefined;
  const end = isLikely ? ends[0] : undefined;
  return {
    ...(total && { total: toAmount(total, candidates, hashOf) }),
    ...(end?.endsAt.length === 1 && { end: hashedEnd(end, hashOf) }),
  };
}

function runIndexOf({ run }: AmountCandidate, { page }: PageView): number {
  return page.runs.findIndex((other) => isSameRun(other, run));
}

/** Ids are kept where they are needed: nothing else tells the picked one from its twins. '': it has none, others do. */
function withNeededIds(candidate: AmountCandidate, candidates: readonly AmountCandidate[]): AmountCandidate {
  const { place } = candidate;
  const keyOf = ({ ids: _, ...rest }: Place) => JSON.stringify(rest);
  const twins = candidates.filter((other) => !isSameAmount(other, candidate) && keyOf(other.place) === keyOf(place));
  const isNamed = twins.some((twin) => twin.place.ids.length > 0);
  const ids = twins.length === 0 ? [] : place.ids.length === 0 && isNamed ? [''] : place.ids;
  return { ...candidate, place: { ...place, ids } };
}

function hashed(place: Place, hashOf: HashOf): Place {
  return { ...place, identifiers: place.identifiers.map(hashOf) };
}

export function hashedEnd(end: DraftEnd, hashOf: HashOf): DraftEnd {
  return { ...end, place: hashed(end.place, hashOf) };
}

/** `candidates`: all of the page. */
export function toAmount(
  candidate: AmountCandidate,
  candidates: readonly AmountCandidate[],
  hashOf: HashOf,
): DraftAmount {
  const { amount, run, place } = withNeededIds(candidate, candidates);
  const { start, end, decimal: _, ...said } = amount;
  return { text: run.text.slice(start, end), ...said, place: hashed(place, hashOf) };
}

function toFigure(candidate: AmountCandidate, candidates: readonly AmountCandidate[], hashOf: HashOf): DraftFigure {
  const { label, heading } = candidate;
  const short = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 120);
  return {
    ...toAmount(candidate, candidates, hashOf),
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
