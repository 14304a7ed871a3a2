import { t } from '../../utils/browser/i18n.ts';
import type { CardStatus } from '../../utils/core/accounts/card-judgement.ts';
import type { ListedCard } from '../../utils/core/accounts/card-preferences.ts';
import { type DisplayMode, displayedAmount } from '../../utils/core/usage/card-balance.ts';
import { balanceAmountText } from './data-amount-text.ts';
import { wholeDurationText } from './whole-duration-text.ts';

/** What a list says of a card: "180 MB · 2 days", or "expired"; null: nothing is known of it yet. */
export function cardFigureText(
  { judged, byteUnit }: ListedCard,
  status: CardStatus,
  view: DisplayMode,
  now: number,
): string | null {
  if (!judged) return null;
  if (status === 'expired') return t('cards.expired');
  const { balance, endsAt } = judged;
  const amount = balanceAmountText(balance, byteUnit, view);
  const isUsed = balance.kind === 'known' && displayedAmount(balance, view).isUsed;
  const length = endsAt !== null && endsAt > now ? wholeDurationText(endsAt - now) : null;
  const parts = [isUsed ? t('cards.used', { amount }) : amount, status === 'action' ? t('cards.needsYou') : length];
  return parts.filter((part) => part !== null).join(' · ');
}

/** The colour of its dot in words; null where its figure says as much. */
export function cardStatusText(status: CardStatus): string | null {
  return status === 'action' || status === 'expired' ? null : t(`cards.status.${status}`);
}
