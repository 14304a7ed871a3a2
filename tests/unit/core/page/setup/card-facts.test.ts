import { expect, test } from 'vitest';
import { checked } from '../../../../../utils/core/forms/form-field.ts';
import {
  cardFactsToFormValues,
  factsStillTrue,
  parseCardFacts,
  recipeAfterReading,
  recipeFacts,
} from '../../../../../utils/core/page/setup/card-facts.ts';
import { exportRecipe } from '../../../../../utils/core/page/setup/export-recipe.ts';
import { recipeOf } from '../../../../../utils/core/page/setup/recipe-of.ts';
import { minuteMs, nextDay, startOfDay } from '../../../../../utils/core/values/time.ts';
import { start } from '../../../support/builders.ts';
import { leftPart, makeAnswers, makeDraft, makeRecipe } from '../../../support/page-builders.ts';

const lastMinute = (day: string) => nextDay(startOfDay(Date.parse(`${day}T12:00:00`))) - minuteMs;
const by = lastMinute('2027-03-01');
const lineEndsAt = lastMinute('2027-06-10');
const leftBytes = 2.75e9;
const credit = { currency: 'SEK', units: '40', nanos: 500_000_000 };
const nothing = { lineEndsAt: null, firstUse: null, credit: null };
const unused = { lineEndsAt, firstUse: { by }, credit };
const kept = { lineEndsAt, firstUse: { by, bytes: leftBytes }, credit };

test('what is entered of a card lasts until the end of its days', () => {
  const dates = { startBefore: '2027-03-01', lineEndsAt: '2027-06-10' };
  expect(parseCardFacts({ firstUse: checked, ...dates, credit: '40.50 SEK' })).toEqual(unused);
  expect(parseCardFacts({ firstUse: checked })).toEqual({ ...nothing, firstUse: { by: null } });
  expect(parseCardFacts({ lineEndsAt: '2027-06-10' })).toEqual({ ...nothing, lineEndsAt });
  expect(parseCardFacts({ credit: '40.50 SEK' })).toEqual({ ...nothing, credit });
  expect(parseCardFacts({})).toBeNull();
});

test('what was entered comes back for a change', () => {
  for (const some of [unused, { firstUse: { by: null } }, { lineEndsAt }, { credit }]) {
    const facts = { ...nothing, ...some };
    expect(parseCardFacts(cardFactsToFormValues(facts))).toEqual(facts);
  }
  expect(parseCardFacts(cardFactsToFormValues(null))).toBeNull();
});

test('the recipe keeps it with what was left then, and a recipe for others does not', () => {
  const recipe = recipeOf(makeDraft(), makeAnswers({ facts: unused }));
  expect(recipe.facts).toEqual(kept);
  expect(exportRecipe(recipe)).not.toHaveProperty('facts');
  expect(recipeOf(makeDraft(), makeAnswers())).not.toHaveProperty('facts');
  expect(recipeFacts(makeDraft(), makeAnswers())).toBeNull();
});

test('a plan of which less is left than when it had not begun has begun for good', () => {
  const recipe = makeRecipe({ facts: kept });
  expect(recipeAfterReading(recipe, [leftPart(leftBytes)])).toBe(recipe);
  const begun = recipeAfterReading(recipe, [leftPart(leftBytes - 1)]);
  expect(begun.facts).toEqual({ ...kept, firstUse: null });
  expect(recipeAfterReading(begun, [leftPart(2 * leftBytes)])).toBe(begun);
});

test('what a page does not tell begins no plan', () => {
  const recipe = makeRecipe({ facts: kept });
  expect(recipeAfterReading(recipe, [])).toBe(recipe);
  const unlimited = { id: 'part-1', balance: { kind: 'unlimited' }, endsAt: start } as const;
  expect(recipeAfterReading(recipe, [unlimited])).toBe(recipe);
  const plain = makeRecipe();
  expect(recipeAfterReading(plain, [leftPart(0)])).toBe(plain);
});

test('pointed at again, a plan that has not begun is still told as such, unless less is left', () => {
  expect(factsStillTrue(kept, makeDraft(), makeAnswers())).toEqual(unused);
  const more = { ...kept, firstUse: { by, bytes: leftBytes + 1 } };
  expect(factsStillTrue(more, makeDraft(), makeAnswers())).toEqual({ ...kept, firstUse: null });
});
