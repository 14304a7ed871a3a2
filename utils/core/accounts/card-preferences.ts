import type { AlertRules } from '../settings.ts';
import { type CardId, cardIdText, isSameCard } from '../usage/card-id.ts';
import type { Index } from './account-index.ts';

/**
 * What the person chose for one card. `rules` null: those of the settings. `until`: the end of the day until which data
 * is needed (our clock); null: as long as a plan lasts.
 */
export type CardChoice = { name: string | null; isHidden: boolean; rules: AlertRules | null; until: number | null };

/** What the person chose of all cards; each by its `cardIdText`. `pinned` null: the one in most danger is on the badge. */
export type CardBook = { order: string[]; pinned: string | null; choices: Record<string, CardChoice> };

export const emptyBook: CardBook = { order: [], pinned: null, choices: {} };
export const noChoice: CardChoice = { name: null, isHidden: false, rules: null, until: null };

/** A card as all lists show it: `title` is the person's name for it, else the seller's, else the seller itself. */
export type ListedCard = {
  id: CardId;
  text: string;
  title: string;
  seller: string;
  isHidden: boolean;
  isPinned: boolean;
};

/**
 * All cards of all accounts: in the person's order, those never moved after them in the sellers'. Cards that would have
 * the same name are told apart by their numbers.
 */
export function listCards(index: Index, book: CardBook): ListedCard[] {
  const cards = index.accounts.flatMap(({ id: accountId, name: seller, cards }) =>
    cards.map(({ key, title, number = null }) => {
      const id = { accountId, cardKey: key };
      const text = cardIdText(id);
      const { name, isHidden } = choiceOf(book, text);
      const known = { id, text, seller, isHidden, isPinned: text === book.pinned };
      return { ...known, number, title: name ?? (title || seller) };
    }),
  );
  const place = (text: string) => {
    const at = book.order.indexOf(text);
    return at < 0 ? book.order.length : at;
  };
  const isAlone = (title: string) => cards.filter((card) => card.title === title).length === 1;
  return cards
    .sort((a, b) => place(a.text) - place(b.text))
    .map(({ number, ...card }) => ({
      ...card,
      title: number === null || isAlone(card.title) ? card.title : `${card.title} ${number}`,
    }));
}

/** Choices that came later have their default in what was saved before. */
export function choiceOf(book: CardBook, text: string): CardChoice {
  return { ...noChoice, ...book.choices[text] };
}

/** The cards of a menu: hidden ones are left out, but for the one that is shown. */
export function visibleCards(index: Index, book: CardBook, shown: CardId | null): ListedCard[] {
  return listCards(index, book).filter(({ id, isHidden }) => !isHidden || isSameCard(id, shown));
}

export function withChoice(book: CardBook, id: CardId, some: Partial<CardChoice>): CardBook {
  const text = cardIdText(id);
  const choice = { ...choiceOf(book, text), ...some };
  const isHidden = choice.isHidden && book.pinned === text;
  return { ...book, pinned: isHidden ? null : book.pinned, choices: { ...book.choices, [text]: choice } };
}

/** A pinned card is not hidden any more. */
export function withPinned(book: CardBook, id: CardId | null): CardBook {
  if (id === null) return { ...book, pinned: null };
  const text = cardIdText(id);
  const choices = choiceOf(book, text).isHidden ? withChoice(book, id, { isHidden: false }).choices : book.choices;
  return { ...book, pinned: text, choices };
}

/** Without all that was chosen for the cards of one account. */
export function withoutAccount(book: CardBook, accountId: string): CardBook {
  const isOther = (text: string) => !text.startsWith(`${accountId}/`);
  return {
    order: book.order.filter(isOther),
    pinned: book.pinned !== null && isOther(book.pinned) ? book.pinned : null,
    choices: Object.fromEntries(Object.entries(book.choices).filter(([text]) => isOther(text))),
  };
}
