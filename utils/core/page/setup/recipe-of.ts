import { pageAddressOf } from '../find/page-address.ts';
import type { PageAnswers } from '../page-answers.ts';
import type { PageDraft } from '../page-draft.ts';
import type { PageRecipe, RecipeEnd, RecipePart, RecipeTotal } from '../recipe.ts';
import { decimalOf } from './draft-amounts.ts';
import { figureName, meaningOf, partId } from './shown-reading.ts';

/** How the page is read from now on. Ids come from the place in the draft: pointed at again, a card keeps its own. */
export function recipeOf(draft: PageDraft, answers: PageAnswers): PageRecipe {
  const account = answers.account === null ? undefined : draft.accounts[answers.account];
  return {
    address: pageAddressOf(draft.url),
    parts: [
      partOf(draft, answers, 0, 'card-1'),
      ...answers.also.map(({ figure, as }) =>
        partOf(draft, answers, figure, as === 'part' ? 'card-1' : `card-${figure + 1}`),
      ),
    ].filter((part) => part !== null),
    account: account ? { marks: account.marks } : null,
    salt: draft.salt,
    selection: draft.selection,
    language: draft.language,
    decimal: decimalOf(draft, answers),
    dateOrder: draft.dateOrder ?? orderOf(draft, answers),
    byteUnit: answers.byteUnit,
  };
}

function partOf(draft: PageDraft, answers: PageAnswers, index: number, cardKey: string): RecipePart | null {
  const figure = draft.figures[index];
  if (!figure) return null;
  return {
    id: partId(index),
    cardKey,
    name: figureName(figure),
    meaning: meaningOf(draft, answers, index),
    figure: figure.place,
    isBare: figure.isBare,
    total: index === 0 ? totalOf(draft, answers) : null,
    end: index === 0 ? recipeEnd(draft, answers) : null,
  };
}

function totalOf({ totals }: PageDraft, { total }: PageAnswers): RecipeTotal | null {
  if (total?.kind !== 'found') return total;
  const amount = totals[total.index];
  return amount ? { kind: 'place', place: amount.place } : null;
}

function recipeEnd({ ends }: PageDraft, { end }: PageAnswers): RecipeEnd | null {
  if (end?.kind !== 'found') return end;
  const found = ends[end.index];
  return found ? { kind: 'place', place: found.place } : null;
}

/** What the person's choice of a day says of all days of the page; null: nothing. */
function orderOf({ ends }: PageDraft, { end }: PageAnswers) {
  const found = end?.kind === 'found' ? ends[end.index] : undefined;
  if (!found || end?.kind !== 'found' || found.endsAt.length < 2) return null;
  return found.orders[end.reading] ?? null;
}
