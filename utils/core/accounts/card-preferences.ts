import type { AlertRules } from '../settings.ts';
import { type CardId, formatCardId, isSameCard } from '../usage/card-id.ts';
import type { AccountIndex } from './account-index.ts';

/**
 * What the person chose for one card. `rules` null: those of the settings. `until`: the end of the day until which data
 * is needed (our clock); null: as long as a plan lasts.
 */
export type CardPreference = {
  name: string | null;
  isHidden: boolean;
  rules: AlertRules | null;
  neededUntil: number | null;
};

/** What the person chose of all cards; each by its `cardIdText`. `pinned` null: the one in most danger is on the badge. */
export type CardPreferences = { order: string[]; pinned: string | null; byCard: Record<string, CardPreference> };

export const defaultPreferences: CardPreferences = { order: [], pinned: null, byCard: {} };
export const defaultPreference: CardPreference = { name: null, isHidden: false, rules: null, neededUntil: null };

/** A card as all lists show it: `title` is the person's name for it, else the seller's, else the seller itself. */
export type ListedCard = {
  id: CardId;
  idText: string;
  title: string;
  seller: string;
  isHidden: boolean;
  isPinned: boolean;
};

/**
 * All cards of all accounts: in the person's order, those never moved after them in the sellers'. Cards that would have
 * the same name are told apart by their numbers.
 */
export function listCards(index: AccountIndex, preferences: CardPreferences): ListedCard[] {
  const cards = index.accounts.flatMap(({ id: accountId, name: seller, cards }) =>
    cards.map(({ key, title, number = null }) => {
      const id = { accountId, cardKey: key };
      const idText = formatCardId(id);
      const { name, isHidden } = preferenceOf(preferences, idText);
      const known = { id, idText, seller, isHidden, isPinned: idText === preferences.pinned };
      return { ...known, number, title: name ?? (title || seller) };
    }),
  );
  const place = (text: string) => {
    const at = preferences.order.indexOf(text);
    return at < 0 ? preferences.order.length : at;
  };
  const isAlone = (title: string) => cards.filter((card) => card.title === title).length === 1;
  return cards
    .sort((a, b) => place(a.idText) - place(b.idText))
    .map(({ number, ...card }) => ({
      ...card,
      title: number === null || isAlone(card.title) ? card.title : `${card.title} ${number}`,
    }));
}

/** Choices that came later have their default in what was saved before. */
export function preferenceOf(preferences: CardPreferences, text: string): CardPreference {
  return { ...defaultPreference, ...preferences.byCard[text] };
}

/** The cards of a menu: hidden ones are left out, but for the one that is shown. */
export function visibleCards(index: AccountIndex, preferences: CardPreferences, shown: CardId | null): ListedCard[] {
  return listCards(index, preferences).filter(({ id, isHidden }) => !isHidden || isSameCard(id, shown));
}

export function withPreference(
  preferences: CardPreferences,
  id: CardId,
  some: Partial<CardPreference>,
): CardPreferences {
  const text = formatCardId(id);
  const choice = { ...preferenceOf(preferences, text), ...some };
  const isHidden = choice.isHidden && preferences.pinned === text;
  return {
    ...preferences,
    pinned: isHidden ? null : preferences.pinned,
    byCard: { ...preferences.byCard, [text]: choice },
  };
}

/** A pinned card is not hidden any more. */
export function withPinned(preferences: CardPreferences, id: CardId | null): CardPreferences {
  if (id === null) return { ...preferences, pinned: null };
  const text = formatCardId(id);
  const byCard = preferenceOf(preferences, text).isHidden
    ? withPreference(preferences, id, { isHidden: false }).byCard
    : preferences.byCard;
  return { ...preferences, pinned: text, byCard };
}

/** Without all that was chosen for the cards of one account. */
export function withoutAccount(preferences: CardPreferences, accountId: string): CardPreferences {
  const isOther = (text: string) => !text.startsWith(`${accountId}/`);
  return {
    order: preferences.order.filter(isOther),
    pinned: preferences.pinned !== null && isOther(preferences.pinned) ? preferences.pinned : null,
    byCard: Object.fromEntries(Object.entries(preferences.byCard).filter(([text]) => isOther(text))),
  };
}
