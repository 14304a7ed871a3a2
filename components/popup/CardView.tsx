import type { Account } from '../../utils/core/accounts/account.ts';
import { preferenceOf, visibleCards } from '../../utils/core/accounts/card-preferences.ts';
import { forecastFor } from '../../utils/core/forecast/forecast.ts';
import { visibleOrders } from '../../utils/core/orders/order-list.ts';
import { toPollIntervalMs } from '../../utils/core/settings.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { type CardId, formatCardId, isSameCard } from '../../utils/core/usage/card-id.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { hasNoProvider } from '../../utils/core/values/failure.ts';
import { balanceAmountText } from '../format/data-amount-text.ts';
import { useEachMinute } from '../hooks/use-now.ts';
import type { PopupState } from '../hooks/use-popup-state.ts';
import { usePurchase } from '../hooks/use-purchase.ts';
import { OrderStatusPanel } from '../orders/OrderStatusPanel.tsx';
import { orderText } from '../orders/order-text.ts';
import { RenewSection } from '../renew/RenewSection.tsx';
import { EnableNotifications } from '../ui/EnableNotifications.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { BalanceSummary } from './balance/BalanceSummary.tsx';
import { summarizeBalance } from './balance/summarize-balance.ts';
import { usageStatusText } from './balance/usage-status-text.ts';
import { CardDetails } from './details/CardDetails.tsx';
import { ModuleList } from './details/ModuleList.tsx';
import { UsageSource } from './details/UsageSource.tsx';
import { RecentUsage } from './RecentUsage.tsx';
import { Snooze } from './Snooze.tsx';

type Props = { shown: PopupState; id: CardId; account: Account; snapshot: UsageSnapshot; card: Card; now: number };

/** The shown card: its balance, its orders, the purchase of a plan, and its recent usage. */
export function CardView({ shown, id, account, snapshot, card, now }: Props) {
  const purchaseFlow = usePurchase();
  const { seller } = account;
  const { samples, settings, alerts } = shown;
  const offers = hasNoProvider(shown.check?.failure ?? null) ? null : shown.offers;
  const { view } = settings;
  const forecast = useEachMinute((minute) => forecastFor(card, samples, toSellerTime(snapshot, minute)), now, [
    card,
    samples,
    snapshot,
  ]);
  const summary = summarizeBalance({ card, snapshot, forecast, intervalMs: toPollIntervalMs(settings), view, now });
  const orders = visibleOrders(shown.orders, now);
  const isUrgent = !summary.hasEnded && (summary.status === 'warning' || summary.status === 'critical');
  const cards = visibleCards(shown.index, shown.preferences, id);
  const cardTitle = cards.find((one) => isSameCard(one.id, id))?.title ?? card.title;
  const cardName = cards.length > 1 ? cardTitle : null;
  const detailProps = { card, snapshot, seller, view, now };
  const announcements = [
    `${balanceAmountText(summary.balance, seller.byteUnit, view)}. ${usageStatusText(summary, seller, now)}`,
    ...orders.map((order) => orderText(order, seller, now)),
  ];
  return (
    <>
      <BalanceSummary summary={summary} seller={seller} now={now}>
        <UsageSource account={account} />
        <ModuleList {...detailProps} />
        <CardDetails {...detailProps} />
        {isUrgent && !shown.canWarn ? <EnableNotifications /> : null}
        {shown.canWarn ? <Snooze id={id} snooze={alerts?.snooze ?? null} isUrgent={isUrgent} now={now} /> : null}
      </BalanceSummary>
      {orders.map((order) => (
        <OrderStatusPanel
          key={order.id}
          order={order}
          account={account}
          card={card}
          cardTitle={cardTitle}
          cardName={cardName}
          snapshot={snapshot}
          check={shown.check}
          offers={offers}
          purchaseFlow={purchaseFlow}
          now={now}
        />
      ))}
      <RenewSection
        id={id}
        account={account}
        card={card}
        cardName={cardName}
        snapshot={snapshot}
        samples={samples}
        until={preferenceOf(shown.preferences, formatCardId(id)).neededUntil}
        offers={offers}
        orders={shown.orders}
        purchaseFlow={purchaseFlow}
        now={now}
      />
      <div data-status={summary.isOld ? 'stale' : summary.status}>
        <RecentUsage
          samples={samples}
          card={card}
          snapshot={snapshot}
          forecast={summary.forecast}
          seller={seller}
          id={id}
          now={now}
        />
      </div>
      <LiveRegion text={announcements.filter(Boolean).join(' ')} />
    </>
  );
}
