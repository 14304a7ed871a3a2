import type { PageAnswers } from '../page-answers.ts';
import type { PageDraft } from '../page-draft.ts';
import { endReadings, unclearAmount } from './draft-amounts.ts';
import { byteUnitOf, possibleReadings, possibleTotals } from './proposed-answers.ts';
import { meaningOf, needsTotal } from './shown-reading.ts';

/**
 * What only the person knows. number: "1.234 GB" is one or a thousand · meaning: left or used · total, end: which of
 * those that were found · byte-unit: MB in a GB · account: which of several texts names the account · also: a further
 * figure of the page. `isNeeded`: a wrong guess would be a wrong figure, so that it has to be answered.
 */
export type SetupQuestion = { isNeeded: boolean } & (
  | { kind: 'number' }
  | { kind: 'meaning' }
  | { kind: 'total' }
  | { kind: 'end' }
  | { kind: 'byte-unit' }
  | { kind: 'account' }
  | { kind: 'also'; figure: number }
);

export function questionsOf(draft: PageDraft, answers: PageAnswers): SetupQuestion[] {
  const asked: SetupQuestion[] = [];
  const ask = (isAsked: boolean, question: SetupQuestion) => isAsked && asked.push(question);
  const [picked] = draft.figures;
  const isUnclear = unclearAmount(draft, answers) !== null && possibleReadings(draft, answers).length !== 1;
  ask(isUnclear, { kind: 'number', isNeeded: true });
  ask(picked?.meaning === null, { kind: 'meaning', isNeeded: true });
  const hasTotals = possibleTotals(draft, answers).length > 0;
  const isTotalNeeded = needsTotal(draft, answers) && !(draft.isTotalLikely && hasTotals);
  ask(isTotalNeeded || (hasTotals && !draft.isTotalLikely), { kind: 'total', isNeeded: isTotalNeeded });
  const isEndUnclear = draft.isEndLikely && endChoices(draft).length > 1 && isFirstEndUnclear(draft);
  ask(isEndUnclear || (!draft.isEndLikely && draft.ends.length > 0), { kind: 'end', isNeeded: isEndUnclear });
  ask(byteUnitOf(draft, answers) === null, { kind: 'byte-unit', isNeeded: false });
  ask(draft.accounts.length > 1, { kind: 'account', isNeeded: false });
  for (const figure of furtherFigures(draft, answers)) asked.push({ kind: 'also', figure, isNeeded: false });
  return asked;
}

/** Each day that was found, in each way to read it that the page leaves open; of equal ones the first. */
export function endChoices(draft: PageDraft): { index: number; reading: number; at: number }[] {
  const all = draft.ends.flatMap((end, index) =>
    endReadings(end, draft).map((reading) => ({ index, reading, at: end.endsAt[reading] ?? 0 })),
  );
  return all.filter(({ at }, place) => all.findIndex((choice) => choice.at === at) === place);
}

function isFirstEndUnclear(draft: PageDraft): boolean {
  const [first] = draft.ends;
  return first !== undefined && new Set(endReadings(first, draft).map((reading) => first.endsAt[reading])).size > 1;
}

/** Those that say what is left: of what is used a total would have to be asked, too. */
function furtherFigures(draft: PageDraft, answers: PageAnswers): number[] {
  return draft.figures
    .map((_, figure) => figure)
    .filter((figure) => figure > 0 && meaningOf(draft, answers, figure) === 'left');
}
