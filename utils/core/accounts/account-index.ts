import { type CardId, isSameCard } from '../usage/card-id.ts';

/** `number`: as the seller masks it; it tells cards of one title apart. */
export type IndexedCard = { key: string; title: string; number?: string | null };

/**
 * All accounts and their cards in the sellers' order. `shown`: the card the toolbar was last painted for, so that the
 * popup opens on the number that was clicked. `asked`: the card of a clicked alert, for the popup that opens next.
 */
export type AccountIndex = {
  /** `hasSignIn` false: by entries alone; absent, as in older ones, there is one to end. */
  accounts: { id: string; name: string; hasSignIn?: boolean; cards: IndexedCard[] }[];
  shown: CardId | null;
  requested: { card: CardId; at: number } | null;
};

const requestedForMs = 60_000;

/** The card to open on: that of an alert clicked just now, else the toolbar's, else the first there is. */
export function initialCard(index: AccountIndex, now: number): CardId | null {
  const all = index.accounts.flatMap(({ id, cards }) => cards.map(({ key }) => ({ accountId: id, cardKey: key })));
  const asked = index.requested && Math.abs(now - index.requested.at) < requestedForMs ? index.requested.card : null;
  const find = (wanted: CardId | null) => all.find((card) => isSameCard(card, wanted));
  return find(asked) ?? find(index.shown) ?? all[0] ?? null;
}
