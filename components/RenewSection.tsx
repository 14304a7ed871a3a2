import { useRef } from 'preact/hooks';
import { t } from '../utils/browser/words.ts';
import type { Account, CardId } from '../utils/core/account.ts';
import type { Card } from '../utils/core/card.ts';
import { figureFor, isAtOrUnder } from '../utils/core/figure.ts';
import { type OfferList, type OfferTab, tabFor } from '../utils/core/offer.ts';
import { isOpen, type Order, shownOrderOf } from '../utils/core/order.ts';
import type { CheckState } from '../utils/core/schedule.ts';
import { OfferTabs } from './OfferTabs.tsx';
import { effectSentence } from './offer-words.ts';
import { ProblemLine } from './ProblemLine.tsx';
import { type PrimaryAction, primaryActionFor } from './primary-action.ts';
import { RenewButton } from './RenewButton.tsx';
import './RenewSection.css';
import type { RenewalWish } from './use-renewal.ts';

type Props = {
  id: CardId;
  account: Account;
  card: Card;
  cardName: string | null;
  sellerNow: number;
  offers: OfferList | null;
  orders: Order[];
  wish: RenewalWish;
  check: CheckState | null;
  now: number;
};

/** One button that renews, and the plans to choose from. */
export function RenewSection({ id, account, card, cardName, sellerNow, offers, orders, wish, check, now }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const { seller } = account;
  const action = primaryActionFor({ card, offers, orders, sellerNow, now });
  const hasOpenOrder = orders.some((order) => isOpen(order, now));
  const wasNearlyEmpty = isAtOrUnder(figureFor(card, sellerNow), 5);
  const isQuiet = shownOrderOf(orders, now)?.state === 'price-changed';
  const choose = () =>
    list.current?.querySelector<HTMLElement>('[data-testid=offer]:not(:disabled), [role=tab][tabindex="0"]')?.focus();
  return (
    <section class="renew-section">
      {action ? (
        <RenewButton action={action} id={id} cardName={cardName} wish={wish} isQuiet={isQuiet} choose={choose} />
      ) : null}
      {wish.problem ? (
        <ProblemLine problem={wish.problem} account={account} check={check} wasNearlyEmpty={wasNearlyEmpty} now={now} />
      ) : null}
      <p class="renew-effect" id="renew-effect">
        {wish.isBusy
          ? t('offer.opening')
          : hasOpenOrder
            ? t('offer.oneAtATime')
            : action?.kind === 'renew'
              ? effectSentence(action.offer, seller)
              : null}
      </p>
      {offers && offers.offers.length > 0 ? (
        <div ref={list}>
          <OfferTabs
            id={id}
            offers={offers}
            opensOn={openingTab(action, offers)}
            seller={seller}
            wish={wish}
            isBlocked={hasOpenOrder}
          />
        </div>
      ) : (
        <p class="renew-effect">{t('offer.noPlans', { seller: seller.name })}</p>
      )}
    </section>
  );
}

/** Where the primary button's plan is. */
function openingTab(action: PrimaryAction | null, { offers }: OfferList): OfferTab | null {
  if (action?.kind === 'renew') return tabFor(action.offer);
  const planId = action && 'order' in action ? action.order.planId : null;
  const offer = offers.find((listed) => listed.planId === planId);
  return offer ? tabFor(offer) : null;
}
