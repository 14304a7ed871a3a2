import { durationText, moneyText, t } from '../../utils/browser/i18n.ts';
import type { Offer } from '../../utils/core/offers/offer.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { safeHref } from '../../utils/core/values/urls.ts';
import type { PurchaseFlow } from '../hooks/use-purchase.ts';
import { mainLook } from '../ui/button-look.ts';
import '../ui/button.css';

/** Why one renews: it is needed · early: it is not yet · extra: the seller renews the plan anyway. */
export type RenewReason = 'needed' | 'early' | 'extra';

type Props = {
  offer: Offer;
  id: CardId;
  /** The name to show if there are several cards; else null. */
  cardName: string | null;
  reason: RenewReason;
  purchaseFlow: PurchaseFlow;
  isFilled: boolean;
};

/** Buys the plan that renews the card; one with its own page is not ordered here, and a link to that. */
export function RenewButton({ offer, id, cardName, reason, purchaseFlow, isFilled }: Props) {
  const { planId, cost } = offer;
  const href = offer.page ? safeHref(offer.page.url) : null;
  const look = {
    ...mainLook(isFilled),
    'data-testid': 'renew',
    'aria-describedby': 'renew-effect',
  };
  const content = (
    <>
      <RenewLabel offer={offer} reason={reason} cardName={href === null ? cardName : null} />
      <bdi class="primary-price">{moneyText(cost)}</bdi>
    </>
  );
  if (href !== null) {
    return (
      <a {...look} href={href} target="_blank" rel="noreferrer">
        {content}
      </a>
    );
  }
  return (
    <button
      {...look}
      type="button"
      aria-busy={purchaseFlow.isBusy}
      onClick={() => purchaseFlow.buy({ card: id, planId, cost })}
    >
      {content}
    </button>
  );
}

function RenewLabel({ offer, reason, cardName }: Pick<Props, 'offer' | 'reason' | 'cardName'>) {
  const isForNewCard = offer.page?.isNewCard === true;
  const plan = `${offer.name} · ${durationText(offer.durationMs)}`;
  const card =
    cardName === null ? null : <span data-testid="renew-card">{t('offer.forCard', { card: cardName })}</span>;
  const isPlanBelow = !isForNewCard && reason !== 'needed';
  return (
    <span>
      {isForNewCard ? t('offer.buyNew', { plan: offer.name }) : null}
      {!isForNewCard && reason === 'needed' ? renewText(offer) : null}
      {isPlanBelow ? t(reason === 'early' ? 'offer.renewEarly' : 'offer.buyExtra') : null}
      {isPlanBelow || card ? (
        <small>
          {isPlanBelow ? <bdi>{plan}</bdi> : null}
          {isPlanBelow && card ? ' · ' : null}
          {card}
        </small>
      ) : null}
    </span>
  );
}

/** "Renew Europe 3 GB · 30 days". */
function renewText(offer: Offer): string {
  return `${t('offer.renew', { plan: offer.name })} · ${durationText(offer.durationMs)}`;
}
