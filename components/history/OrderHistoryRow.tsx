import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { dateTimeText, moneyText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { allowedCheckoutHref } from '../../utils/core/accounts/origins.ts';
import type { Offer } from '../../utils/core/offers/offer.ts';
import { isReversed, type Order } from '../../utils/core/orders/order.ts';
import { isOverdue } from '../../utils/core/orders/order-polling.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { cardBalance } from '../../utils/core/usage/card-balance.ts';
import { orderStatusText } from '../format/order-status-text.ts';
import { enteredPurchaseText } from '../format/purchase-text.ts';
import { OrderTerms } from '../orders/OrderTerms.tsx';
import { ContactSupport } from '../orders/support/ContactSupport.tsx';

type Props = {
  order: Order;
  seller: Seller;
  card: Card | null;
  cardTitle: string;
  /** The seller's clock minus ours. */
  skewMs: number;
  /** The offer of the same plan, if it can be bought again now. */
  offer: Offer | undefined;
  isBusy: boolean;
  buyAgain: (order: Order, cost: Offer['cost']) => void;
  now: number;
  children: ComponentChildren;
};

/** One order of a card. */
export function OrderHistoryRow({
  order,
  seller,
  card,
  cardTitle,
  skewMs,
  offer,
  isBusy,
  buyAgain,
  now,
  children,
}: Props) {
  const nameId = useId();
  const { receiptUrl } = order;
  const entered = enteredPurchaseText(order, seller);
  const receipt = receiptUrl === null ? null : allowedCheckoutHref(receiptUrl, seller.checkoutOrigins);
  const hasReason = order.state === 'payment-failed' && order.failureText;
  return (
    <li class="order-row" data-testid="order-row" data-state={order.state}>
      <div class="order-row-head">
        <h3 id={nameId}>
          <bdi>{order.planName || order.planId}</bdi>
        </h3>
        {order.cost === null || entered !== null ? null : <span>{moneyText(order.cost)}</span>}
      </div>
      {entered === null ? null : <p class="page-quiet">{t('order.asEntered', { what: entered })}</p>}
      <p>{orderStatusText(order, seller, now)}</p>
      {hasReason ? <p>{t('history.orderReason', { seller: seller.name, reason: order.failureText ?? '' })}</p> : null}
      <OrderTerms order={order} seller={seller.name} />
      <OrderTimes order={order} now={now} />
      <div class="order-row-actions">
        {receipt === null ? null : (
          <a
            class="link"
            href={receipt}
            target="_blank"
            rel="noreferrer"
            data-testid="receipt"
            aria-describedby={nameId}
          >
            {t('history.receipt')}
          </a>
        )}
        {offer ? (
          <button
            type="button"
            class="small-button"
            data-testid="buy-again"
            aria-busy={isBusy}
            aria-describedby={nameId}
            onClick={() => buyAgain(order, offer.cost)}
          >
            {t('history.buyAgain', { price: moneyText(offer.cost) })}
          </button>
        ) : null}
      </div>
      {children}
      {isOverdue(order, seller, now) || isReversed(order) ? (
        <ContactSupport
          order={order}
          cardTitle={cardTitle}
          cardNumber={card?.subscriberId ?? null}
          seller={seller}
          balanceNow={card ? cardBalance(card, now + skewMs) : { kind: 'unknown' }}
          measuredAt={card ? card.measuredAt - skewMs : null}
          now={now}
        />
      ) : null}
    </li>
  );
}

/** The times of an order, and the confirmation code for the seller's support. */
function OrderTimes({ order, now }: { order: Order; now: number }) {
  const { createdAt, paidAt, changedAt, startsAt, confirmationCode } = order;
  const isNewChange = changedAt !== createdAt && changedAt !== paidAt;
  return (
    <dl class="order-row-facts">
      <TimeRow label={t('support.ordered')} at={createdAt} now={now} />
      <TimeRow label={t('support.paid')} at={paidAt} now={now} />
      <TimeRow label={t('history.lastChange')} at={isNewChange ? changedAt : null} now={now} />
      <TimeRow label={t('history.starts')} at={order.state === 'queued' ? startsAt : null} now={now} />
      {confirmationCode === null ? null : (
        <div>
          <dt>{t('support.code')}</dt>
          <dd>
            <bdi>{confirmationCode}</bdi>
          </dd>
        </div>
      )}
    </dl>
  );
}

function TimeRow({ label, at, now }: { label: string; at: number | null; now: number }) {
  if (at === null) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <time dateTime={new Date(at).toISOString()}>{dateTimeText(at, now)}</time>
      </dd>
    </div>
  );
}
