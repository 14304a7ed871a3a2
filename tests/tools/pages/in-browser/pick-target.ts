import type { PageAnswers } from '../../../../utils/core/page/page-answers.ts';
import type { PageDraft } from '../../../../utils/core/page/page-draft.ts';
import type { PageNode, PageTree } from '../../../../utils/core/page/page-tree.ts';
import { amountCandidates } from '../../../../utils/core/page/pick/amount-candidates.ts';
import type { AmountCandidate } from '../../../../utils/core/page/pick/candidate.ts';
import { makeDraft } from '../../../../utils/core/page/pick/make-draft.ts';
import type { PageRecipe } from '../../../../utils/core/page/recipe.ts';
import { numberReadings } from '../../../../utils/core/page/setup/draft-amounts.ts';
import { proposedAnswers } from '../../../../utils/core/page/setup/proposed-answers.ts';
import { recipeOf } from '../../../../utils/core/page/setup/recipe-of.ts';
import { shownReading } from '../../../../utils/core/page/setup/shown-reading.ts';
import type { Pick } from '../page-answers.ts';

type Facts = { salt: string; hashOf: (text: string) => string; now: number; zone: string };

/** Points at the amount in the marked element, and answers what only the person can know; else says why it cannot. */
export function pickTarget(
  tree: PageTree,
  target: ReadonlySet<PageNode>,
  pick: Pick,
  facts: Facts,
): PageRecipe | string {
  const candidates = amountCandidates(tree);
  const inTarget = candidates.filter((candidate) => nodesOf(candidate).every((node) => target.has(node)));
  if (inTarget.length === 0) return 'no amount is seen in the marked element';
  const draft = inTarget
    .map((picked) =>
      makeDraft(tree, candidates, picked, { id: 'draft', ...facts, documentBytes: null, pageBytes: null }),
    )
    .find((draft) => answersOf(draft, pick) !== null);
  const answers = draft ? answersOf(draft, pick) : null;
  if (!draft || !answers)
    return `none of it is ${pick.bytes} bytes left: ${inTarget.map(({ run }) => run.text).join('; ')}`;
  return recipeOf(draft, answers);
}

/** The texts that the amount itself goes through. */
function nodesOf({ amount, run }: AmountCandidate): PageNode[] {
  const { parts } = run;
  return parts
    .filter(
      ({ start }, index) => start < amount.end && (parts[index + 1]?.start ?? Number.POSITIVE_INFINITY) > amount.start,
    )
    .map(({ node }) => node);
}

/** Null: the set-up would show another figure, so that nobody would say yes to it. */
function answersOf(draft: PageDraft, { bytes, role, byteUnit }: Pick): PageAnswers | null {
  const answers = { ...proposedAnswers(draft), meaning: role, byteUnit };
  const isRight = (valueReading: number) => {
    const balance = shownReading(draft, { ...answers, valueReading })?.balance;
    return balance?.kind === 'known' && balance.leftBytes === bytes;
  };
  const valueReading = numberReadings.find(isRight);
  return valueReading === undefined ? null : { ...answers, valueReading };
}
