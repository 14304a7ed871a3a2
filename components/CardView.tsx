import type { Account, CardId } from '../utils/core/account.ts';
import { type Card, type Reading, sellerTimeFor } from '../utils/core/card.ts';
import { shownOrderOf } from '../utils/core/order.ts';
import { paceMsOf } from '../utils/core/settings.ts';
import { AllowAlerts } from './AllowAlerts.tsx';
import { Announcer } from './Announcer.tsx';
import { Answer } from './Answer.tsx';
import { figureWords } from './amount-words.ts';
import { answerFor } from './answer-state.ts';
import { ModuleList } from './ModuleList.tsx';
import { OrderStrip } from './OrderStrip.tsx';
import { orderSentence } from './order-words.ts';
import { RenewSection } from './RenewSection.tsx';
import { useRenewal } from './use-renewal.ts';
import type { Shown } from './use-stored.ts';
import { verdictSentence } from './verdict-sentence.ts';

type Props = { shown: Shown; id: CardId; account: Account; reading: Reading; card: Card; now: number };

export function CardView({ shown, id, account, reading, card, now }: Props) {
  const wish = useRenewal();
  const { seller } = account;
  const answer = answerFor(card, reading, paceMsOf(shown.settings), now);
  const order = shownOrderOf(shown.orders, now);
  const isShort = !answer.hasEnded && (answer.verdict === 'tight' || answer.verdict === 'out');
  const news = [
    `${figureWords(answer.figure, seller.byteUnit)}. ${verdictSentence(answer.reason, seller.name)}`,
    order && orderSentence(order, seller, now),
  ];
  return (
    <>
      <Answer answer={answer} seller={seller} now={now}>
        <ModuleList card={card} reading={reading} seller={seller} now={now} />
        {isShort && !shown.canWarn ? <AllowAlerts /> : null}
      </Answer>
      {order ? <OrderStrip order={order} id={id} seller={seller} offers={shown.offers} wish={wish} now={now} /> : null}
      <RenewSection
        id={id}
        account={account}
        card={card}
        sellerNow={sellerTimeFor(reading, now)}
        offers={shown.offers}
        orders={shown.orders}
        wish={wish}
        check={shown.check}
        now={now}
      />
      <Announcer text={news.filter(Boolean).join(' ')} />
    </>
  );
}
