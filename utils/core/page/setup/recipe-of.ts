import { pageAddressOf } from '../find/page-address.ts';
import type { PageAnswers } from '../page-answers.ts';
import type { PageDraft } from '../page-draft.ts';
import type { PageRecipe, RecipeEnd, RecipePart, RecipeTotal } from '../recipe.ts';
import { recipeFacts } from './card-facts.ts';
import { bytesOf, decimalOf } from './draft-amounts.ts';
import { figureName, meaningOf, ownTotalOf, partId } from './shown-reading.ts';

/** How the page is read from now on. Ids come from the place in the draft: pointed at again, a card keeps its own. */
export function recipeOf(draft: PageDraft, answers: PageAnswers): PageRecipe {
  const account = answers.account === null ? undefined : draft.accounts[answers.account];
  const facts = recipeFacts(draft, answers);
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
    ...(facts && { facts }),
  };
}

function partOf(draft: PageDraft, answers: PageAnswers, index: number, cardKey: string): RecipePart | null {
  const figure = draft.figures[index];
  if (!figure) return null;
  const ownTotal = ownTotalOf(draft, answers, index);
  return {
    id: partId(index),
    cardKey,
    name: figureName(figure),
    meaning: meaningOf(draft, answers, index),
    figure: figure.place,
    isBare: figure.isBare,
    ...(figure.isPercent && { isPercent: true }),
    total: index === 0 ? totalOf(draft, answers) : ownTotal && { kind: 'place', place: ownTotal.amount.place },
    end: index === 0 ? recipeEnd(draft, answers) : figure.end ? { kind: 'place', place: figure.end.place } : null,
  };
}

function totalOf(draft: PageDraft, answers: PageAnswers): RecipeTotal | null {
  const { totals } = draft;
  const { total } = answers;
  if (total?.kind !== 'found') return total;
  const amount = totals[total.index];
  if (!amount) return null;
  const bytes = amount.pointed?.isFixed ? bytesOf(amount, draft, answers) : null;
  return bytes === null ? { kind: 'place', place: amount.place } : { kind: 'bytes', bytes };
}

function recipeEnd({ ends }: PageDraft, { end }: PageAnswers): RecipeEnd | null {
  if (end?.kind !== 'found') return end;
  const found = ends[end.index];
  const at = found?.pointed?.isFixed ? found.endsAt[end.reading] : undefined;
  if (at !== undefined) return { kind: 'instant', at };
  return found ? { kind: 'place', place: found.place } : null;
}

/** What the person's choice of a day says of all days of the page; null: nothing. */
function orderOf({ ends }: PageDraft, { end }: PageAnswers) {
  const found = end?.kind === 'found' ? ends[end.index] : undefined;
  if (!found || end?.kind !== 'found' || found.endsAt.length < 2) return null;
  return found.orders[end.reading] ?? null;
}
