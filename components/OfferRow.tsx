import { send } from '../utils/browser/messages.ts';
import { durationText, moneyText } from '../utils/browser/words.ts';
import type { CardId, Seller } from '../utils/core/account.ts';
import type { Offer } from '../utils/core/offer.ts';
import { quotaWords } from './amount-words.ts';
import './OfferRow.css';
import { offerNote, perGigabyteText } from './offer-words.ts';
import type { RenewalWish } from './use-renewal.ts';

type Props = { offer: Offer; id: CardId; seller: Seller; wish: RenewalWish; isBlocked: boolean };

/** One plan; the row is the button that buys it. */
export function OfferRow({ offer, id, seller, wish, isBlocked }: Props) {
  const { planId, cost } = offer;
  const buy = () => {
    if (!isBlocked) wish.run(() => send('renew', { card: id, planId, cost }));
  };
  return (
    <li>
      <button
        type="button"
        class="offer"
        data-testid="offer"
        data-plan-id={planId}
        disabled={offer.availability !== 'available'}
        aria-disabled={isBlocked || wish.isBusy}
        aria-describedby={isBlocked ? 'renew-effect' : undefined}
        onClick={buy}
      >
        <span>
          <bdi class="offer-data">{quotaWords(offer.quotaBytes, seller.byteUnit)}</bdi> ·{' '}
          {durationText(offer.durationMs)}
        </span>
        <span class="offer-price">
          <bdi>{moneyText(cost)}</bdi>
        </span>
        <span class="offer-note">
          <bdi>{offerNote(offer)}</bdi>
        </span>
        <span class="offer-per">
          <bdi>{perGigabyteText(offer, seller)}</bdi>
        </span>
      </button>
    </li>
  );
}
