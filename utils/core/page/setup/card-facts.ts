import { checked, type FieldDefinition, type FormValues } from '../../forms/form-field.ts';
import { creditField, firstUseFields, lineEndField } from '../../forms/line-fields.ts';
import { parseLastMinute, parseMoney, toFormDate, toFormMoney } from '../../forms/parse-input.ts';
import type { CardFacts, PageAnswers } from '../page-answers.ts';
import type { PageDraft } from '../page-draft.ts';
import type { ReadPart } from '../reading.ts';
import type { PageRecipe, RecipeFacts } from '../recipe.ts';
import { shownReading } from './shown-reading.ts';

export const cardFactFields: readonly FieldDefinition[] = [...firstUseFields, lineEndField, creditField];

/** Of validated values. Null: nothing was entered. */
export function parseCardFacts({ firstUse, startBefore, lineEndsAt, credit }: FormValues): CardFacts | null {
  const facts = {
    lineEndsAt: parseLastMinute(lineEndsAt ?? ''),
    firstUse: firstUse === checked ? { by: parseLastMinute(startBefore ?? '') } : null,
    credit: parseMoney(credit ?? ''),
  };
  return Object.values(facts).every((fact) => fact === null) ? null : facts;
}

export function cardFactsToFormValues(facts: CardFacts | null): FormValues {
  const dateOf = (at: number | null | undefined) => (at ? toFormDate(at) : '');
  return {
    firstUse: facts?.firstUse ? checked : '',
    startBefore: dateOf(facts?.firstUse?.by),
    lineEndsAt: dateOf(facts?.lineEndsAt),
    credit: facts?.credit ? toFormMoney(facts.credit) : '',
  };
}

/** What was said of the card, to be kept with the recipe; null: nothing. */
export function recipeFacts(draft: PageDraft, answers: PageAnswers): RecipeFacts | null {
  const { facts } = answers;
  const leftBytes = leftIn(draft, answers);
  if (facts === null) return null;
  const { firstUse } = facts;
  return { ...facts, firstUse: firstUse && leftBytes !== null ? { by: firstUse.by, bytes: leftBytes } : null };
}

/** What is still true of that where the number is pointed at again: a plan of which less is left has begun. */
export function factsStillTrue(kept: RecipeFacts, draft: PageDraft, answers: PageAnswers): CardFacts {
  const leftBytes = leftIn(draft, answers);
  const { firstUse } = kept;
  const isUnused = firstUse !== null && leftBytes !== null && leftBytes >= firstUse.bytes;
  return { ...kept, firstUse: isUnused ? { by: firstUse.by } : null };
}

/**
 * The recipe once its page has shown these parts: a plan of which less is left than when it had not begun has begun for
 * good, whatever is bought for it later. The same object while nothing has changed.
 */
export function recipeAfterReading(recipe: PageRecipe, parts: readonly ReadPart[]): PageRecipe {
  const { facts } = recipe;
  const balance = parts.find(({ id }) => id === recipe.parts[0]?.id)?.balance;
  if (!facts?.firstUse || balance?.kind !== 'known' || balance.leftBytes >= facts.firstUse.bytes) return recipe;
  return { ...recipe, facts: { ...facts, firstUse: null } };
}

function leftIn(draft: PageDraft, answers: PageAnswers): number | null {
  const balance = shownReading(draft, answers)?.balance;
  return balance?.kind === 'known' ? balance.leftBytes : null;
}
