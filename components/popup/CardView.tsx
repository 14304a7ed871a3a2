import { t } from '../../utils/browser/i18n.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { visibleCards } from '../../utils/core/accounts/card-preferences.ts';
import { otherCardsNeed } from '../../utils/core/accounts/other-cards.ts';
import { isDemo } from '../../utils/core/demo/demo-card.ts';
import { forecastFor } from '../../utils/core/forecast/forecast.ts';
import { checkIntervalMs } from '../../utils/core/polling/check-interval.ts';
import { canRenewBefore, type UserAct } from '../../utils/core/popup/user-act.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { type CardId, isSameCard } from '../../utils/core/usage/card-id.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { hasNoProvider } from '../../utils/core/values/failure.ts';
import { balanceAmountText } from '../format/data-amount-text.ts';
import type { PopupState } from '../hooks/popup-state.ts';
import { useLateFocus } from '../hooks/use-kept-focus.ts';
import { useEachMinute } from '../hooks/use-now.ts';
import { usePurchase } from '../hooks/use-purchase.ts';
import { RenewSection } from '../renew/RenewSection.tsx';
import { BalanceSummary } from './balance/BalanceSummary.tsx';
import { summarizeBalance } from './balance/summarize-balance.ts';
import { usageStatusText } from './balance/usage-status-text.ts';
import { decideCard } from './card-decisions.ts';
import { type RareParts, type RestParts, usePart } from './parts.ts';
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
  /** What stands below the first paint; null: it is not loaded yet. */
  rest: RestParts | null;
  rare: RareParts | null;
  pointAgain: (() => void) | null;
  /** Where another card is connected. */
  connectHref: string;
  show: (card: CardId) => void;
  now: number;
};

/** The shown card: its balance, what is to be done now, and what else there is, folded. */
export function CardView(props: Props) {
  const { shown, id, account, snapshot, card, act, hasNotice, rest, rare, pointAgain, connectHref, show, now } = props;
  const purchaseFlow = usePurchase();
  const { seller } = account;
  const { samples, settings } = shown;
  const offers = hasNoProvider(shown.check?.failure ?? null) ? null : shown.offers;
  const { view } = settings;
  const forecast = useEachMinute((minute) => forecastFor(card, samples, toSellerTime(snapshot, minute)), now, [
    card,
    samples,
    snapshot,
  ]);
  const summary = summarizeBalance({
    card,
    snapshot,
    forecast,
    intervalMs: checkIntervalMs(settings, shown.check),
    view,
    now,
  });
  const isAsking = purchaseFlow.confirmation !== null;
  const decided = decideCard({
    ...{ account, snapshot, card, summary, offers, orders: shown.orders, act, hasNotice, isAsking, now },
  });
  const { emphasis, orders, way, renewing } = decided;
  const orderParts = usePart('orders', orders.length > 0 || purchaseFlow.isBusy);
  // What stands below the orders waits for them, or they would move it.
  const isWaiting = orders.length > 0 && orderParts === null;
  useLateFocus(isWaiting);
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
    ...(orderParts ? orders.map(({ order }) => orderParts.orderText(order, seller, now)) : []),
  ];
  const showsOthers =
    decided.hasRoom && extra === null && otherCardsNeed(shown.index, shown.preferences, id, now) !== null;
  const rowCount = [canList, decided.showsDays, showsOthers].filter(Boolean).length;
  return (
    <>
      <BalanceSummary
        summary={summary}
        isGrey={summary.isOld || (act !== null && !canRenewBefore(act))}
        isBrief={decided.isBrief}
        renewing={renewing}
        seller={seller}
        now={now}
        parts={() =>
          rest ? (
            <>
              <rest.CardParts {...{ account, card, snapshot, view, now }} />
              {canWarn ? <rest.Snooze id={id} snooze={alerts?.snooze ?? null} isUrgent={isUrgent} now={now} /> : null}
            </>
          ) : null
        }
      >
        {extra}
      </BalanceSummary>
      {rare === null || act === null || act === 'answer' ? null : (
        <rare.RequiredAct {...{ act, account, cardTitle, pointAgain, now }} isPrimary={emphasis.primary === 'act'} />
      )}
      {orders.map(({ order, isPrimary }) =>
        orderParts ? (
          <orderParts.OrderStatusPanel
            key={order.id}
            {...{ order, isPrimary, account, card, cardTitle, cardName, snapshot, purchaseFlow, now }}
            check={shown.check}
          />
        ) : (
          <div key={order.id} class="order-place" />
        ),
      )}
      {!isWaiting && way !== null && (emphasis.renew === 'filled' || emphasis.renew === 'quiet') ? (
        <RenewSection
          {...{ way, id, seller, card, cardName, snapshot, purchaseFlow, now }}
          reason={decided.renewReason}
          isFilled={emphasis.renew === 'filled'}
          isBrief={decided.isBrief}
          PurchaseEffect={rest?.PurchaseEffect ?? null}
        />
      ) : null}
      {rare && isDemo(seller) ? <rare.DemoRenewal connectHref={connectHref} /> : null}
      {!isWaiting && isUnlisted ? <p class="popup-note">{t('offer.noPlans', { seller: seller.name })}</p> : null}
      {rest && !isWaiting ? (
        <rest.CardRows
          {...{ shown, id, account, snapshot, card, cardName, decided, purchaseFlow, offers, texts, show, now }}
          forecast={summary.forecast}
          canList={canList}
          showsOthers={showsOthers}
        />
      ) : (
        <RowPlaces count={rowCount} />
      )}
    </>
  );
}

/** Where rows will stand. */
function RowPlaces({ count }: { count: number }) {
  return Array.from({ length: count }, (_, at) => <div key={at} class="folded-row row-place" />);
}
