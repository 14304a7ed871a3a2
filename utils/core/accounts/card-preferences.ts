import type { AlertRules } from '../settings.ts';
import { type CardId, formatCardId, isSameCard } from '../usage/card-id.ts';
import type { ByteUnit } from '../values/bytes.ts';
import { type AccountIndex, indexOfGoneCards } from './account-index.ts';
import type { CardJudgement } from './card-judgement.ts';

/**
 * The user's preferences for one card. `name` null: the seller's title. `isMuted`: no alert is sent of it; absent: they
 * are. `rules` null: those of the settings.
 * `neededUntil`: the end of the day until which data is needed (our clock); null: for as long as the current plan
 * lasts.
 */
export type CardPreference = {
  name: string | null;
  isHidden: boolean;
  isMuted?: boolean;
  rules: AlertRules | null;
  neededUntil: number | null;
};

/**
 * The user's preferences for all cards. `order`, `pinned` and the keys of `byCard` are texts of `formatCardId`.
 * `pinned` null: the most urgent card is on the badge.
 */
export type CardPreferences = { order: string[]; pinned: string | null; byCard: Record<string, CardPreference> };

export const defaultPreferences: CardPreferences = { order: [], pinned: null, byCard: {} };
export const defaultPreference: CardPreference = { name: null, isHidden: false, rules: null, neededUntil: null };

/**
 * A card as all lists show it: `title` is the user's name for it, else the seller's title, else the seller's name.
 * `judged` null: not judged yet.
 */
export type ListedCard = {
  id: CardId;
  idText: string;
  title: string;
  seller: string;
  byteUnit: ByteUnit;
  judged: CardJudgement | null;
  isHidden: boolean;
  isPinned: boolean;
};

/**
 * All cards of all accounts: first those the user has ordered, in that order, then the rest in the sellers' order.
 * Cards that would have the same title get their number appended.
 */
export function listCards(index: AccountIndex, preferences: CardPreferences): ListedCard[] {
  const last = lists.get(index);
  if (last?.preferences === preferences) return [...last.cards];
  const cards = makeList(index, preferences);
  lists.set(index, { preferences, cards });
  return [...cards];
}

/** The last list of each index: one rendering of the popup asks for it several times. Neither is ever changed. */
const lists = new WeakMap<AccountIndex, { preferences: CardPreferences; cards: readonly ListedCard[] }>();

function makeList(index: AccountIndex, preferences: CardPreferences): ListedCard[] {
  const cards = index.accounts.flatMap(({ id: accountId, name: seller, byteUnit = 1000, cards }) =>
    cards.map(({ key, title, number = null, judged = null }) => {
      const id = { accountId, cardKey: key };
      const idText = formatCardId(id);
      const { name, isHidden } = preferenceOf(preferences, idText);
      const isPinned = idText === preferences.pinned;
      const shownTitle = name ?? (title || seller);
      return { id, idText, title: shownTitle, seller, byteUnit, judged, isHidden, isPinned, number };
    }),
  );
  const places = new Map(preferences.order.map((idText, place) => [idText, place]));
  const position = (idText: string) => places.get(idText) ?? preferences.order.length;
  const byTitle = Map.groupBy(cards, ({ title }) => title);
  const isUnique = (title: string) => byTitle.get(title)?.length === 1;
  return cards
    .sort((a, b) => position(a.idText) - position(b.idText))
    .map(({ number, ...card }) => ({
      ...card,
      title: number === null || isUnique(card.title) ? card.title : `${card.title} ${number}`,
    }));
}

/** A card without preferences has the defaults. */
export function preferenceOf(preferences: CardPreferences, idText: string): CardPreference {
  return preferences.byCard[idText] ?? defaultPreference;
}

/** The cards of a menu: without the hidden ones, except the one being shown. */
export function visibleCards(index: AccountIndex, preferences: CardPreferences, shown: CardId | null): ListedCard[] {
  return listCards(index, preferences).filter(({ id, isHidden }) => !isHidden || isSameCard(id, shown));
}

/**
 * The cards of a menu that their seller lists no more: without the hidden ones, and without those that have a successor
 * by the same name. The pinned one is among them in any case.
 */
export function missedCards(index: AccountIndex, preferences: CardPreferences): ListedCard[] {
  if (!index.accounts.some(({ gone }) => gone)) return [];
  const listed = new Set(listCards(index, preferences).map(({ seller, title }) => JSON.stringify([seller, title])));
  return listCards(indexOfGoneCards(index), preferences).filter(
    ({ seller, title, isHidden, isPinned }) =>
      isPinned || (!isHidden && title !== seller && !listed.has(JSON.stringify([seller, title]))),
  );
}

/** Hiding the pinned card unpins it. */
export function withPreference(
  preferences: CardPreferences,
  id: CardId,
  changes: Partial<CardPreference>,
): CardPreferences {
  const idText = formatCardId(id);
  const preference = { ...preferenceOf(preferences, idText), ...changes };
  const isUnpinned = preference.isHidden && preferences.pinned === idText;
  return {
    ...preferences,
    pinned: isUnpinned ? null : preferences.pinned,
    byCard: { ...preferences.byCard, [idText]: preference },
  };
}

/** Pinning a hidden card makes it visible again. `id` null: unpins. */
export function withPinned(preferences: CardPreferences, id: CardId | null): CardPreferences {
  if (id === null) return { ...preferences, pinned: null };
  const idText = formatCardId(id);
  const byCard = preferenceOf(preferences, idText).isHidden
    ? withPreference(preferences, id, { isHidden: false }).byCard
    : preferences.byCard;
  return { ...preferences, pinned: idText, byCard };
}

/** Without the preferences of the cards of one account. */
export function withoutAccount(preferences: CardPreferences, accountId: string): CardPreferences {
  const isOther = (idText: string) => !idText.startsWith(`${accountId}/`);
  return {
    order: preferences.order.filter(isOther),
    pinned: preferences.pinned !== null && isOther(preferences.pinned) ? preferences.pinned : null,
    byCard: Object.fromEntries(Object.entries(preferences.byCard).filter(([idText]) => isOther(idText))),
  };
}
