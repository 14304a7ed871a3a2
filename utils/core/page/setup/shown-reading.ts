import type { PageAnswers } from '../page-answers.ts';
import type { DraftAmount, DraftFigure, PageDraft } from '../page-draft.ts';
import type { ReadPart } from '../reading.ts';
import type { FigureMeaning } from '../recipe.ts';
import { bytesOf, totalBytesOf } from './draft-amounts.ts';

/**
 * Why a figure cannot be kept. needs-total: what is used, or a percentage, says nothing of what is left · over-total: it
 * is more.
 */
export type SetupProblem = 'needs-total' | 'over-total' | 'too-large';

export const partId = (figure: number) => `part-${figure + 1}`;

/** Of the picked figure the person says what it means, of the others their own words. */
export function meaningOf(draft: PageDraft, answers: PageAnswers, figure: number): FigureMeaning {
  return figure === 0 ? answers.meaning : (draft.figures[figure]?.meaning ?? answers.meaning);
}

/** Whether nothing is known of what is left without the total. */
export function needsTotal({ figures: [picked] }: PageDraft, { meaning }: PageAnswers): boolean {
  return meaning === 'used' || picked?.isPercent === true;
}

export function endOf({ ends }: PageDraft, { end }: PageAnswers): number | null {
  if (end === null) return null;
  return end.kind === 'instant' ? end.at : (ends[end.index]?.endsAt[end.reading] ?? null);
}

/** Null: the picked figure can be kept as these answers say. */
export function setupProblem(draft: PageDraft, answers: PageAnswers): SetupProblem | null {
  if (answers.total === null && needsTotal(draft, answers)) return 'needs-total';
  const [picked] = draft.figures;
  const bytes = picked ? bytesOf(picked, draft, answers) : null;
  const total = totalBytesOf(draft, answers);
  if (bytes === null || (answers.total !== null && total === null)) return 'too-large';
  return total !== null && bytes > total ? 'over-total' : null;
}

/** What the draft's page says by these answers, the picked figure first; empty: it cannot be kept. */
export function shownParts(draft: PageDraft, answers: PageAnswers): ReadPart[] {
  if (setupProblem(draft, answers) !== null) return [];
  const total = totalBytesOf(draft, answers);
  const others = answers.also.map(({ figure }) => {
    const own = ownTotalOf(draft, answers, figure);
    return partOf(draft, answers, figure, own?.bytes ?? null, draft.figures[figure]?.end?.endsAt[0] ?? null);
  });
  return [partOf(draft, answers, 0, total, endOf(draft, answers)), ...others].filter((part) => part !== null);
}

/** The total of a further figure. Null: it has none of its own, or is more than that. */
export function ownTotalOf(
  draft: PageDraft,
  answers: PageAnswers,
  index: number,
): { amount: DraftAmount; bytes: number } | null {
  const figure = draft.figures[index];
  const amount = figure?.total;
  const bytes = amount ? bytesOf(amount, draft, answers) : null;
  const ofFigure = figure ? bytesOf(figure, draft, answers) : null;
  return amount && bytes !== null && ofFigure !== null && ofFigure <= bytes ? { amount, bytes } : null;
}

/** What is left by the picked figure; null: it cannot be kept. */
export function shownReading(draft: PageDraft, answers: PageAnswers): ReadPart | null {
  return shownParts(draft, answers)[0] ?? null;
}

function partOf(
  draft: PageDraft,
  answers: PageAnswers,
  index: number,
  totalBytes: number | null,
  endsAt: number | null,
): ReadPart | null {
  const figure = draft.figures[index];
  const bytes = figure ? bytesOf(figure, draft, answers) : null;
  if (bytes === null) return null;
  const leftBytes =
    meaningOf(draft, answers, index) === 'left' ? bytes : totalBytes === null ? null : totalBytes - bytes;
  return leftBytes === null ? null : { id: partId(index), balance: { kind: 'known', leftBytes, totalBytes }, endsAt };
}

/** What the page calls a figure: what stands above it and beside it. */
export function figureName({ heading, label }: Pick<DraftFigure, 'heading' | 'label'>): string {
  return heading || label;
}
