import type { Account } from '../../utils/core/accounts/account.ts';
import { type OfferList, offerTab } from '../../utils/core/offers/offer.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { visibleOrders } from '../../utils/core/orders/order-list.ts';
import { decideEmphasis, type EmphasisInput } from '../../utils/core/popup/emphasis.ts';
import { comesToNothing, hasFailed, nextOrder } from '../../utils/core/popup/order-step.ts';
import type { UserAct } from '../../utils/core/popup/user-act.ts';
import { renewingPlans } from '../../utils/core/usage/auto-renew.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { waitingPlans } from '../../utils/core/usage/waiting-plans.ts';
import type { RenewReason } from '../renew/RenewButton.tsx';
import { renewWayOf } from '../renew/renew-way.ts';
import type { BalanceView } from './balance/summarize-balance.ts';

type Input = {
  account: Account;
  snapshot: UsageSnapshot;
  card: Card;
  summary: BalanceView;
  offers: OfferList | null;
  /** All orders of the card. */
  orders: Order[];
  act: UserAct | null;
  /** Something stands above the figure. */
  hasNotice: boolean;
  isAsking: boolean;
  now: number;
};

export type CardDecisions = ReturnType<typeof decideCard>;

/** What of a card is shown, and what of that is stressed. */
export function decideCard(input: Input) {
  const { account, snapshot, card, summary, offers, act, hasNotice, isAsking, now } = input;
  const { seller } = account;
  const sellerNow = toSellerTime(snapshot, now);
  const orders = visibleOrders(input.orders, now);
  const next = nextOrder(orders, seller, now);
  const isFailed = next === null && orders.some(hasFailed);
  const [ended] = next === null ? orders : [];
  const wanted = ended && comesToNothing(ended) ? ended.planId : null;
  const way = renewWayOf({ card, seller, offers, orders: input.orders, wanted, sellerNow });
  const renewing = renewingPlans(card, sellerNow).filter(({ autoRenew }) => autoRenew.isEnabled);
  const emphasis = decideEmphasis({
    status: summary.status,
    reason: summary.reason,
    act,
    step: next?.step ?? null,
    hasFailed: isFailed,
    canRenew: way !== null,
    nextPlan: nextPlanOf(card, orders, sellerNow),
    isAsking,
  });
  const planId = next?.order.planId ?? (way?.kind === 'offer' ? way.offer.planId : null);
  const offer = offers?.offers.find((listed) => listed.planId === planId);
  const renewReason: RenewReason =
    renewing.length > 0 ? 'extra' : summary.status === 'ok' && !isFailed ? 'early' : 'needed';
  const isOrderToDo = next !== null && next.step !== 'wait';
  return {
    orders: orders.map((order) => ({ order, isPrimary: emphasis.primary === 'order' && order === next?.order })),
    way,
    renewing,
    renewReason,
    emphasis,
    /** The tab of the plans that holds the one in question. */
    initialTab: offer ? offerTab(offer) : null,
    /** The past days fold away while an order needs the user, or has just ended. */
    showsDays: !isOrderToDo && (next !== null || orders.length === 0),
    /** One more fact. */
    showsExtra: !hasNotice && !isOrderToDo,
    /** Below a notice an order that needs the user leaves no room for others. */
    showsPlans: !(hasNotice && isOrderToDo),
    /** Only what matters most is said of the figure. */
    isBrief: orders.length > 0 || hasNotice,
    /** For what is only good to know. */
    hasRoom: orders.length === 0 && act === null && !hasNotice,
  };
}

/** One just bought may not be among the seller's figures yet. */
function nextPlanOf(card: Card, orders: readonly Order[], sellerNow: number): EmphasisInput['nextPlan'] {
  const waiting = waitingPlans(card, sellerNow);
  if (waiting.some(({ start }) => start.kind === 'first-use')) return 'at-hand';
  return waiting.length > 0 || orders.some(({ state }) => state === 'queued') ? 'later' : 'none';
}
