import * as v from 'valibot';
import type { Offer, OfferList } from '../offers/offer.ts';
import type { BalanceBaseline } from '../orders/credit-evidence.ts';
import type { CheckoutProblem, CheckoutTabs, Order } from '../orders/order.ts';
import type { SellerOrderStatus, SellerTerms } from '../orders/seller-order.ts';
import {
  bytes,
  cardBalance,
  cardId,
  categories,
  count,
  duration,
  failure,
  instant,
  laterInstant,
  laterText,
  money,
  overUsage,
  type Schema,
  text,
  texts,
  url,
} from './schema-parts.ts';

/* Schemas of stored offers and orders. */

const offer: Schema<Offer> = v.object({
  planId: text,
  name: text,
  description: text,
  cost: money,
  durationMs: duration,
  quotaBytes: v.nullable(bytes),
  categories,
  regions: texts,
  overUsage,
  maxRateKbps: v.nullable(count),
  effect: v.picklist(['add', 'queue', 'reset-validity', 'replace', 'unknown']),
  availability: v.picklist(['available', 'sold-out', 'disabled', 'not-eligible']),
  reason: text,
  promo: text,
  page: v.exactOptional(v.nullable(v.object({ url, isNewCard: v.boolean() }))),
});
export const offers: Schema<OfferList> = v.object({
  offers: v.array(offer),
  expiresAt: v.nullable(instant),
  checkedAt: instant,
  unreadable: count,
  omitted: v.exactOptional(bytes),
});

const sellerStatus: Schema<SellerOrderStatus> = v.picklist([
  'awaiting-payment',
  'paid',
  'credited',
  'queued',
  'payment-failed',
  'cancelled',
  'expired',
  'refunded',
  'unknown',
]);
const problem: Schema<CheckoutProblem> = v.variant('kind', [
  v.object({ kind: v.literal('failure'), failure }),
  v.object({ kind: v.literal('new-origin'), origin: text }),
  v.object({ kind: v.picklist(['not-listed', 'not-opened', 'refused']) }),
]);
const sellerTerms: Schema<SellerTerms> = v.object({
  planId: v.nullable(text),
  planName: v.nullable(text),
  cost: v.nullable(money),
});
const baseline: Schema<BalanceBaseline> = v.object({
  heldBytes: v.nullable(bytes),
  quotaBytes: bytes,
  endsAt: v.nullable(instant),
  plans: texts,
  isUnlimited: v.boolean(),
  isActive: v.boolean(),
});
const laterCount = v.optional(bytes, 0);
const order: Schema<Order> = v.object({
  id: text,
  card: cardId,
  planId: text,
  planName: text,
  quotaBytes: v.nullable(bytes),
  cost: v.nullable(money),
  newCost: v.nullable(money),
  sellerTerms: v.optional(v.nullable(sellerTerms), null),
  isSecond: v.optional(v.boolean(), false),
  balanceBefore: cardBalance,
  baseline: v.optional(v.nullable(baseline), null),
  createdAt: instant,
  state: v.union([sellerStatus, v.picklist(['created', 'asked', 'price-changed', 'dropped'])]),
  changedAt: instant,
  polledAt: v.nullable(instant),
  pollCount: laterCount,
  checkoutOpenCount: laterCount,
  lastActivityAt: v.optional(instant, 0),
  paidAt: laterInstant,
  startsAt: laterInstant,
  checkoutUrl: v.nullable(text),
  heldCheckoutUrl: laterText,
  expiresAt: v.nullable(instant),
  confirmationCode: v.nullable(text),
  receiptUrl: laterText,
  failureText: v.nullable(text),
  sellerStatus: v.optional(v.nullable(sellerStatus), null),
  balanceConfirmedAt: laterInstant,
  problem: v.optional(v.nullable(problem), null),
  notified: v.array(v.picklist(['arrived', 'queued', 'late', 'failed', 'refunded'])),
  dismissed: v.boolean(),
});
export const orders: Schema<Order[]> = v.array(order);
export const checkoutTabs: Schema<CheckoutTabs> = v.record(text, text);
