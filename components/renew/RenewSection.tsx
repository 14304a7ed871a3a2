import { useMemo, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Account, Seller } from '../../utils/core/accounts/account.ts';
import type { Samples } from '../../utils/core/history/usage-samples.ts';
import { type OfferList, type OfferTab, tabFor } from '../../utils/core/offers/offer.ts';
import { type Effect, effectFor } from '../../utils/core/offers/purchase-effect.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { shownOrdersOf } from '../../utils/core/orders/order-list.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { type Reading, sellerTimeFor } from '../../utils/core/usage/usage-snapshot.ts';
import { minuteMs } from '../../utils/core/values/time.ts';
import type { RenewalWish } from '../hooks/use-purchase.ts';
import { OfferTabs } from '../offers/OfferTabs.tsx';
import { effectSentence, momentSentences } from '../offers/purchase-effect-text.ts';
import { NeedUntil } from '../recommendation/DataNeed.tsx';
import { fitFor } from '../recommendation/recommendation.ts';
import { QuestionBox } from './PurchaseConfirmation.tsx';
import { ProblemLine } from './PurchaseError.tsx';
import { type PrimaryAction, primaryActionFor } from './primary-action.ts';
import { RenewButton } from './RenewButton.tsx';
import { CardLinkButton } from './SellerPageButton.tsx';
import './RenewSection.css';

type Props = {
  id: CardId;
  account: Account;
  card: Card;
  cardName: string | null;
  reading: Reading;
  samples: Samples | null;
  /** The end of the day until which the person needs data (our clock), as chosen. */
  until: number | null;
  offers: OfferList | null;
  orders: Order[];
  wish: RenewalWish;
  now: number;
};

/** One button that renews, what that does, and the plans to choose from. */
export function RenewSection(props: Props) {
  const { id, account, card, cardName, reading, samples, until, offers, orders, wish, now } = props;
  const list = useRef<HTMLDivElement>(null);
  const { seller } = account;
  const { skewMs } = reading;
  const { byteUnit } = seller;
  const sellerNow = sellerTimeFor(reading, now);
  // While an order is open this is drawn each second; what is needed knows no seconds.
  const minute = now - (now % minuteMs);
  const fit = useMemo(
    () => fitFor({ card, reading, samples, offers: offers?.offers ?? [], until, byteUnit, now: minute }),
    [card, reading, samples, offers, until, byteUnit, minute],
  );
  const action = primaryActionFor({ card, seller, offers, orders, sellerNow, now });
  // Where something waits for a yes, that is the next click.
  const isQuiet = wish.question !== null || shownOrdersOf(orders, now).some(({ state }) => state === 'price-changed');
  const isSilent = !offers && !seller.signIn && !seller.cardToken;
  const choose = () =>
    list.current?.querySelector<HTMLElement>('[data-testid=offer]:not(:disabled), [role=tab][tabindex="0"]')?.focus();
  // It sells nothing that could be told here.
  if (isSilent && !card.link && !action) return null;
  return (
    <section class="renew-section">
      {card.link ? <CardLinkButton link={card.link} seller={seller} /> : null}
      {action ? (
        <RenewButton action={action} id={id} cardName={cardName} wish={wish} isQuiet={isQuiet} choose={choose} />
      ) : null}
      {wish.problem ? <ProblemLine problem={wish.problem} seller={seller.name} /> : null}
      <p class="renew-effect" id="renew-effect">
        {wish.isBusy ? t('offer.opening') : null}
        {!wish.isBusy && action?.kind === 'renew' && action.offer.page?.isNewCard ? t('offer.newCard') : null}
        {!wish.isBusy && action?.kind === 'renew' && !action.offer.page ? (
          <EffectLines effect={effectFor(card, action.offer, sellerNow)} seller={seller} skewMs={skewMs} now={now} />
        ) : null}
      </p>
      <QuestionBox
        wish={wish}
        card={card}
        cardName={cardName}
        offers={offers}
        seller={seller}
        sellerNow={sellerNow}
        now={now}
      />
      {offers && offers.offers.length > 0 ? (
        <div ref={list}>
          <OfferTabs
            id={id}
            card={card}
            offers={offers}
            opensOn={openingTab(action, offers)}
            bestPlanId={fit.best?.planId ?? null}
            seller={seller}
            wish={wish}
            skewMs={skewMs}
            now={now}
          />
          <NeedUntil id={id} fit={fit} byteUnit={byteUnit} now={now} />
        </div>
      ) : isSilent ? null : (
        <p class="renew-effect">{t('offer.noPlans', { seller: seller.name })}</p>
      )}
    </section>
  );
}

type EffectProps = { effect: Effect; seller: Seller; skewMs: number; now: number };

function EffectLines({ effect, seller, skewMs, now }: EffectProps) {
  return (
    <>
      {effectSentence(effect, seller, skewMs, now)}
      {momentSentences(effect, seller, skewMs, now).map((sentence) => (
        <span key={sentence} class="renew-moment" data-testid="moment">
          {sentence}
        </span>
      ))}
    </>
  );
}

/** Where the primary button's plan is. */
function openingTab(action: PrimaryAction | null, { offers }: OfferList): OfferTab | null {
  if (action?.kind === 'renew') return tabFor(action.offer);
  const planId = action && 'order' in action ? action.order.planId : null;
  const offer = offers.find((listed) => listed.planId === planId);
  return offer ? tabFor(offer) : null;
}
