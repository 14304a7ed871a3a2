import { type CardId, isSameCard } from '../usage/card-id.ts';
import { dayMs } from '../values/time.ts';
import type { AccountIndex } from './account-index.ts';
import { type CardStatus, currentStatus } from './card-judgement.ts';
import { type CardPreferences, type ListedCard, listCards } from './card-preferences.ts';

/** Of the other cards that need a look the one that most does, and how many more there are. */
export type OtherCardsNeed = { card: ListedCard; status: CardStatus; more: number };

const ranks: Partial<Record<CardStatus, number>> = { action: 0, critical: 1, warning: 2, expired: 3 };

/**
 * What the cards that are neither shown nor hidden need; null: nothing. First what waits for the user, then by status and
 * the earlier end. A card that expired more than a day ago needs nothing: there is nothing left to save.
 */
export function otherCardsNeed(
  index: AccountIndex,
  preferences: CardPreferences,
  shown: CardId | null,
  now: number,
): OtherCardsNeed | null {
  const needs = listCards(index, preferences).flatMap((card) => {
    const status = currentStatus(card.judged, now);
    const rank = ranks[status];
    const endsAt = card.judged?.endsAt ?? null;
    const isLongOver = status === 'expired' && (endsAt === null || now - endsAt >= dayMs);
    if (rank === undefined || isLongOver || card.isHidden || isSameCard(card.id, shown)) return [];
    return [{ card, status, rank, endsAt: endsAt ?? Number.MAX_SAFE_INTEGER }];
  });
  const [first] = needs.sort((a, b) => a.rank - b.rank || a.endsAt - b.endsAt);
  return first ? { card: first.card, status: first.status, more: needs.length - 1 } : null;
}
