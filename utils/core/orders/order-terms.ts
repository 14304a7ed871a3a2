import { isSameMoney, type Money } from '../values/money.ts';
import { isAwaitingPayment, type Order } from './order.ts';
import type { SellerOrder, SellerTerms } from './seller-order.ts';

/* What an order is for: what the user accepted, and what the seller says. */

/** Of an order that the seller had open already: it has not said what it is for. */
export const untoldTerms: SellerTerms = { planId: null, planName: null, cost: null };

/** Taken over by the id the seller named, and not seen since: it may be none of this card. */
export function isUnconfirmed({ sellerTerms, sellerStatus }: Order): boolean {
  return sellerTerms !== null && sellerStatus === null;
}

/** Whether a report of the seller is about this order: its id, and its card where that is named. */
export function isAbout(order: Pick<Order, 'id' | 'card'>, reported: SellerOrder): boolean {
  return reported.id === order.id && (reported.cardKey === null || reported.cardKey === order.card.cardKey);
}

/** What the seller says the order is for after this report; null: what the user accepted. */
export function sellerTermsAfter(order: Order, reported: SellerOrder): SellerTerms | null {
  const before: SellerTerms = order.sellerTerms ?? order;
  const planId = reported.planId ?? before.planId;
  const cost = reported.cost ?? before.cost;
  if (planId === order.planId && isSameCost(cost, order.cost)) return null;
  const knownName = planId === before.planId ? before.planName : planId === order.planId ? order.planName : null;
  return { planId, planName: reported.planName ?? knownName, cost };
}

/** What the user is asked to accept before the order goes on; null: nothing. */
export function proposedTerms(order: Order): SellerTerms | null {
  const { state, newCost, planId, planName } = order;
  if (state === 'price-changed') return newCost && { planId, planName, cost: newCost };
  return isAwaitingPayment(order) && order.paidAt === null ? order.sellerTerms : null;
}

/** `accepted`: as they were shown to the user; others than those proposed now are not accepted. */
export function isProposed(order: Order, accepted: Pick<SellerTerms, 'planId' | 'cost'>): boolean {
  const proposed = proposedTerms(order);
  return proposed !== null && proposed.planId === accepted.planId && isSameCost(proposed.cost, accepted.cost);
}

/** The order with the proposed terms accepted. What the seller does not name stays as it was. */
export function withAcceptedTerms(order: Order): Order {
  const proposed = proposedTerms(order);
  return proposed === null ? order : { ...order, ...withNamed(order, proposed), newCost: null, sellerTerms: null };
}

/** What arrives and what it costs: as the seller says, and where it says nothing else, as the user accepted it. */
export function actualTerms(order: Order): AcceptedTerms {
  return order.sellerTerms === null ? order : withNamed(order, order.sellerTerms);
}

type AcceptedTerms = Pick<Order, 'planId' | 'planName' | 'quotaBytes' | 'cost'>;

function withNamed(accepted: AcceptedTerms, named: SellerTerms): AcceptedTerms {
  const { planId, planName, quotaBytes } = accepted;
  const cost = named.cost ?? accepted.cost;
  return named.planId === null || named.planId === planId
    ? { planId, planName, quotaBytes, cost }
    : { planId: named.planId, planName: named.planName ?? named.planId, quotaBytes: null, cost };
}

export function isSameCost(a: Money | null, b: Money | null): boolean {
  return a === null || b === null ? a === b : isSameMoney(a, b);
}
