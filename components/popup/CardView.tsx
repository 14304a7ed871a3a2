import { useMemo } from 'preact/hooks';
import type { Account } from '../../utils/core/accounts/account.ts';
import { choiceOf, visibleCards } from '../../utils/core/accounts/card-preferences.ts';
import { forecastFor } from '../../utils/core/forecast/forecast.ts';
import { shownOrdersOf } from '../../utils/core/orders/order-list.ts';
import { paceMsOf } from '../../utils/core/settings.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { type CardId, cardIdText, isSameCard } from '../../utils/core/usage/card-id.ts';
import { type Reading, sellerTimeFor } from '../../utils/core/usage/usage-snapshot.ts';
import { minuteMs } from '../../utils/core/values/time.ts';
import { figureWords } from '../format/amount-text.ts';
import type { Shown } from '../hooks/use-popup-state.ts';
import { useRenewal } from '../hooks/use-purchase.ts';
import { OrderStrip } from '../orders/OrderStatusPanel.tsx';
import { orderSentence } from '../orders/order-text.ts';
import { RenewSection } from '../renew/RenewSection.tsx';
import { AllowAlerts } from '../ui/EnableNotifications.tsx';
import { Announcer } from '../ui/LiveRegion.tsx';
import { Answer } from './balance/BalanceSummary.tsx';
import { answerFor } from './balance/summarize-balance.ts';
import { verdictSentence } from './balance/usage-status-text.ts';
import { CardDetails } from './details/CardDetails.tsx';
import { ModuleList } from './details/ModuleList.tsx';
import { CountedBy } from './details/UsageSource.tsx';
import { PastDays } from './RecentUsage.tsx';
import { Snooze } from './Snooze.tsx';

type Props = { shown: Shown; id: CardId; account: Account; reading: Reading; card: Card; now: number };

export function CardView({ shown, id, account, reading, card, now }: Props) {
  const wish = useRenewal();
  const { seller } = account;
  const { samples, settings, alerts } = shown;
  const { view } = settings;
  // While an order is open the popup is drawn each second; a forecast knows no seconds.
  const minute = now - (now % minuteMs);
  const forecast = useMemo(
    () => forecastFor(card, samples, sellerTimeFor(reading, minute)),
    [card, samples, reading, minute],
  );
  const answer = answerFor({ card, reading, forecast, intervalMs: paceMsOf(settings), view, now });
  const orders = shownOrdersOf(shown.orders, now);
  const isShort = !answer.hasEnded && (answer.verdict === 'tight' || answer.verdict === 'out');
  const cards = visibleCards(shown.index, shown.book, id);
  const cardTitle = cards.find((one) => isSameCard(one.id, id))?.title ?? card.title;
  const cardName = cards.length > 1 ? cardTitle : null;
  const facts = { card, reading, seller, view, now };
  const news = [
    `${figureWords(answer.figure, seller.byteUnit, view)}. ${verdictSentence(answer, seller, now)}`,
    ...orders.map((order) => orderSentence(order, seller, now)),
  ];
  return (
    <>
      <Answer answer={answer} seller={seller} now={now}>
        <CountedBy account={account} />
        <ModuleList {...facts} />
        <CardDetails {...facts} />
        {isShort && !shown.canWarn ? <AllowAlerts /> : null}
        {shown.canWarn ? <Snooze id={id} snooze={alerts?.snooze ?? null} isShort={isShort} now={now} /> : null}
      </Answer>
      {orders.map((order) => (
        <OrderStrip
          key={order.id}
          order={order}
          account={account}
          card={card}
          cardTitle={cardTitle}
          cardName={cardName}
          reading={reading}
          check={shown.check}
          offers={shown.offers}
          wish={wish}
          now={now}
        />
      ))}
      <RenewSection
        id={id}
        account={account}
        card={card}
        cardName={cardName}
        reading={reading}
        samples={samples}
        until={choiceOf(shown.book, cardIdText(id)).until}
        offers={shown.offers}
        orders={shown.orders}
        wish={wish}
        now={now}
      />
      <div data-verdict={answer.isOld ? 'stale' : answer.verdict}>
        <PastDays
          samples={samples}
          card={card}
          reading={reading}
          forecast={answer.forecast}
          seller={seller}
          id={id}
          now={now}
        />
      </div>
      <Announcer text={news.filter(Boolean).join(' ')} />
    </>
  );
}
