import { useEffect, useRef } from 'preact/hooks';
import { momentText, moneyText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import { effectFor } from '../../utils/core/offers/purchase-effect.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { doubtSentence } from '../offers/purchase-effect-text.ts';
import '../ui/primary-button.css';
import './PurchaseConfirmation.css';
import '../ui/text-button.css';
import type { RenewalWish } from '../hooks/use-purchase.ts';

type Props = {
  wish: RenewalWish;
  card: Card | null;
  /** Where there are several cards: which one it is for. */
  cardName: string | null;
  offers: OfferList | null;
  seller: Seller;
  sellerNow: number;
  now: number;
};

/** What has to be known before a second click buys; nothing where one click is enough. */
export function QuestionBox({ wish, card, cardName, offers, seller, sellerNow, now }: Props) {
  const { question } = wish;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-testid=decline]')?.focus(), [question]);
  if (!question) return null;
  const { buy, doubts, openOrder } = question;
  const offer = offers?.offers.find(({ planId }) => planId === buy.planId);
  const effect = card && offer ? effectFor(card, offer, sellerNow) : null;
  const sentences = doubts.flatMap((doubt) => {
    if (doubt !== 'order-open') return effect ? doubtSentence(doubt, effect, seller) : [];
    if (!openOrder) return [];
    return t('order.openSince', { plan: openOrder.planName, when: momentText(openOrder.createdAt, now) });
  });
  const price = moneyText(buy.cost);
  const words = { plan: offer?.name ?? buy.planId, price };
  return (
    <div class="question" role="alertdialog" aria-label={t('order.sure')} data-testid="question" ref={box}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div class="question-actions">
        <button type="button" class="primary" data-testid="confirm" aria-busy={wish.isBusy} onClick={wish.confirm}>
          {cardName === null ? t('order.buyAnyway', words) : t('order.buyAnywayFor', { ...words, card: cardName })}
        </button>
        <button type="button" class="text-button" data-testid="decline" onClick={wish.refuse}>
          {t('order.notNow')}
        </button>
      </div>
    </div>
  );
}
