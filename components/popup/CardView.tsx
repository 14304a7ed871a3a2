import { useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { preferenceOf, visibleCards } from '../../utils/core/accounts/card-preferences.ts';
import { isDemo } from '../../utils/core/demo/demo-card.ts';
import { forecastFor } from '../../utils/core/forecast/forecast.ts';
import { canRenewBefore, type UserAct } from '../../utils/core/popup/user-act.ts';
import { toPollIntervalMs } from '../../utils/core/settings.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { type CardId, formatCardId, isSameCard } from '../../utils/core/usage/card-id.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { hasNoProvider } from '../../utils/core/values/failure.ts';
import { RecentUsage } from '../chart/RecentUsage.tsx';
import { balanceAmountText } from '../format/data-amount-text.ts';
import { useEachMinute } from '../hooks/use-now.ts';
import type { PopupState } from '../hooks/use-popup-state.ts';
import { usePurchase } from '../hooks/use-purchase.ts';
import { OtherPlans } from '../offers/OtherPlans.tsx';
import { OrderStatusPanel } from '../orders/OrderStatusPanel.tsx';
import { orderText } from '../orders/order-text.ts';
import { DemoRenewal } from '../renew/DemoRenewal.tsx';
import { PurchaseConfirmation } from '../renew/PurchaseConfirmation.tsx';
import { PurchaseError } from '../renew/PurchaseError.tsx';
import { RenewSection } from '../renew/RenewSection.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { RequiredAct } from './act/RequiredAct.tsx';
import { BalanceSummary } from './balance/BalanceSummary.tsx';
import { summarizeBalance } from './balance/summarize-balance.ts';
import { usageStatusText } from './balance/usage-status-text.ts';
import { decideCard } from './card-decisions.ts';
import { CardParts } from './details/CardParts.tsx';
import { OtherCardsRow } from './OtherCardsRow.tsx';
import { Snooze } from './Snooze.tsx';
import { shownExtraLine } from './shown-extra-line.tsx';

type Props = {
  shown: PopupState;
  id: CardId;
  account: Account;
  snapshot: UsageSnapshot;
  card: Card;
  /** What nobody but the user can do. */
  act: UserAct | null;
  /** Something stands above the figure. */
  hasNotice: boolean;
  pointAgain: (() => void) | null;
  /** Where another card is connected. */
  connectHref: string;
  show: (card: CardId) => void;
  now: number;
};

/** The shown card: its balance, what is to be done now, and what else there is, folded. */
export function CardView(props: Props) {
  const { shown, id, account, snapshot, card, act, hasNotice, pointAgain, connectHref, show, now } = props;
  const purchaseFlow = usePurchase();
  const plans = useRef<HTMLDivElement>(null);
  const { seller } = account;
  const { samples, settings } = shown;
  const offers = hasNoProvider(shown.check?.failure ?? null) ? null : shown.offers;
  const { view } = settings;
  const sellerNow = toSellerTime(snapshot, now);
  const forecast = useEachMinute((minute) => forecastFor(card, samples, toSellerTime(snapshot, minute)), now, [
    card,
    samples,
    snapshot,
  ]);
  const summary = summarizeBalance({ card, snapshot, forecast, intervalMs: toPollIntervalMs(settings), view, now });
  const isAsking = purchaseFlow.confirmation !== null;
  const decided = decideCard({
    ...{ account, snapshot, card, summary, offers, orders: shown.orders, act, hasNotice, isAsking, now },
  });
  const { emphasis, orders, way, renewing } = decided;
  const cards = visibleCards(shown.index, shown.preferences, id);
  const cardTitle = cards.find((one) => isSameCard(one.id, id))?.title ?? card.title;
  const cardName = cards.length > 1 ? cardTitle : null;
  const { status } = summary;
  const { canWarn, alerts } = shown;
  const isUrgent = !summary.hasEnded && (status === 'warning' || status === 'critical');
  const extra = decided.showsExtra
    ? shownExtraLine({ card, snapshot, seller, status, canWarn, hasRoom: decided.hasRoom, now })
    : null;
  const canList = decided.showsPlans && emphasis.renew !== 'hidden' && offers !== null && offers.offers.length > 0;
  const isUnlisted = way === null && act === null && (offers !== null || seller.signIn || seller.cardToken);
  const texts = [
    `${balanceAmountText(summary.balance, seller.byteUnit, view)}. ${usageStatusText(summary, seller, now)}`,
    ...orders.map(({ order }) => orderText(order, seller, now)),
  ];
  const openPlans = () => {
    const row = plans.current?.querySelector<HTMLElement>('[aria-expanded]');
    row?.focus();
    if (row?.getAttribute('aria-expanded') === 'false') row.click();
  };
  return (
    <>
      <BalanceSummary
        summary={summary}
        isGrey={summary.isOld || (act !== null && !canRenewBefore(act))}
        isBrief={decided.isBrief}
        renewing={renewing}
        seller={seller}
        now={now}
        parts={() => (
          <>
            <CardParts {...{ account, card, snapshot, view, now }} />
            {canWarn ? <Snooze id={id} snooze={alerts?.snooze ?? null} isUrgent={isUrgent} now={now} /> : null}
          </>
        )}
      >
        {extra}
      </BalanceSummary>
      {act === null || act === 'answer' ? null : (
        <RequiredAct {...{ act, account, cardTitle, pointAgain, now }} isPrimary={emphasis.primary === 'act'} />
      )}
      {orders.map(({ order, isPrimary }) => (
        <OrderStatusPanel
          key={order.id}
          {...{ order, isPrimary, account, card, cardTitle, cardName, snapshot, purchaseFlow, now }}
          check={shown.check}
        />
      ))}
      {way !== null && (emphasis.renew === 'filled' || emphasis.renew === 'quiet') ? (
        <RenewSection
          {...{ way, id, seller, card, cardName, snapshot, purchaseFlow, now }}
          reason={decided.renewReason}
          isFilled={emphasis.renew === 'filled'}
          isBrief={decided.isBrief}
          choose={openPlans}
        />
      ) : null}
      {isDemo(seller) ? <DemoRenewal connectHref={connectHref} /> : null}
      {isUnlisted ? <p class="popup-note">{t('offer.noPlans', { seller: seller.name })}</p> : null}
      <div class="popup-question">
        {purchaseFlow.problem ? <PurchaseError problem={purchaseFlow.problem} seller={seller.name} /> : null}
        <PurchaseConfirmation {...{ purchaseFlow, card, cardName, offers, seller, sellerNow, now }} />
      </div>
      {canList ? (
        <div ref={plans}>
          <OtherPlans
            {...{ id, card, offers, seller, purchaseFlow, snapshot, samples, now }}
            initialTab={decided.initialTab}
            until={preferenceOf(shown.preferences, formatCardId(id)).neededUntil}
            isInsteadOfRenew={emphasis.renew === 'folded'}
          />
        </div>
      ) : null}
      {decided.showsDays ? (
        <RecentUsage {...{ samples, card, snapshot, seller, id, now }} forecast={summary.forecast} />
      ) : null}
      {decided.hasRoom && extra === null ? <OtherCardsRow {...{ shown, id, now, show }} /> : null}
      <LiveRegion texts={texts} />
    </>
  );
}
