import type { CardPreference, ListedCard } from '../../../utils/core/accounts/card-preferences.ts';

export type CardRowProps = {
  card: ListedCard;
  /** The seller's name for the card. */
  sellerTitle: string;
  /** As masked by the seller; null: not given. */
  number: string | null;
  /** What is left; null: not known. */
  figure: string | null;
  preference: CardPreference;
  /** Whether alerts are on at all. */
  canWarn: boolean;
  isOnlyCard: boolean;
  isFirst: boolean;
  isLast: boolean;
  canHide: boolean;
  change: (changes: Partial<CardPreference>) => void;
  pin: (isPinned: boolean) => void;
  move: (step: -1 | 1, button: HTMLButtonElement) => void;
};
