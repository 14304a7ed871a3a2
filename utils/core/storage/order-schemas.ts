import * as v from 'valibot';
import type { Offer, OfferList } from '../offers/offer.ts';
import type { Snapshot } from '../orders/credit-evidence.ts';
import type { Order, OrderNews, Trouble } from '../orders/order.ts';
import type { OrderWord } from '../orders/seller-order.ts';
import type { Failure } from '../values/failure.ts';
import {
  bytes,
  cardId,
  categories,
  figure,
  instant,
  maybe,
  money,
  overUsage,
  type Schema,
  text,
  texts,
} from './schema-parts.ts';

/* Schemas of what is saved of plans on sale, orders and failures. */

const held = <const K extends 'rate-limited' | 'seller-down'>(kind: K) =>
  v.object({ kind: v.literal(kind), until: instant });
export const failure: Schema<Failure> = v.variant('kind', [
  held('rate-limited'),
  held('seller-down'),
  v.object({
    kind: v.picklist([
      'offline',
      'no-answer',
      'captive-portal',
      'signed-out',
      'forbidden',
      'permission-missing',
      'card-gone',
      'away',
      'unreadable',
    ]),
  }),
]);

const offer: Schema<Offer> = v.object({
  planId: text,
  name: text,
  description: text,
  cost: money,
  durationMs: v.number(),
  quotaBytes: maybe(bytes),
  categories,
  regions: texts,
  overUsage,
  maxRateKbps: maybe(v.number()),
  effect: v.picklist(['add', 'queue', 'reset-validity', 'replace', 'unknown']),
  availability: v.picklist(['available', 'sold-out', 'disabled', 'not-eligible']),
  reason: text,
  promo: text,
  page: v.exactOptional(maybe(v.object({ url: text, isNewCard: v.boolean() }))),
});
export const offers: Schema<OfferList> = v.object({
  offers: v.array(offer),
  expiresAt: maybe(instant),
  checkedAt: instant,
  unreadable: v.number(),
});

const word: Schema<OrderWord> = v.picklist([
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
const trouble: Schema<Trouble> = v.variant('kind', [
  v.object({ kind: v.literal('failure'), failure }),
  v.object({ kind: v.picklist(['not-listed', 'not-opened', 'refused']) }),
]);
const before: Schema<Snapshot> = v.object({
  heldBytes: maybe(bytes),
  quotaBytes: bytes,
  endsAt: maybe(instant),
  plans: texts,
  isUnlimited: v.boolean(),
  isActive: v.boolean(),
});
const news: Schema<OrderNews[]> = v.array(v.picklist(['arrived', 'queued', 'late', 'failed', 'refunded']));
/** It was a yes or no once, of the arrival alone. */
const told = v.pipe(
  v.union([v.boolean(), news]),
  v.transform((said): OrderNews[] => (said === true ? ['arrived', 'queued'] : said === false ? [] : said)),
);
const maybeText = v.optional(maybe(text), null);
const maybeInstant = v.optional(maybe(instant), null);
const count = v.optional(bytes, 0);
/** What orders have learnt to say later has its default in those saved before. */
const order: Schema<Order> = v.object({
  id: text,
  card: cardId,
  planId: text,
  planName: text,
  quotaBytes: maybe(bytes),
  cost: money,
  newCost: maybe(money),
  isSecond: v.optional(v.boolean(), false),
  balanceBefore: figure,
  before: v.optional(maybe(before), null),
  createdAt: instant,
  state: v.union([word, v.picklist(['created', 'asked', 'price-changed', 'dropped'])]),
  changedAt: instant,
  lookedAt: maybe(instant),
  looks: count,
  opens: count,
  stirredAt: v.optional(instant, 0),
  paidAt: maybeInstant,
  startsAt: maybeInstant,
  checkoutUrl: maybe(text),
  expiresAt: maybe(instant),
  confirmationCode: maybe(text),
  receiptUrl: maybeText,
  failureText: maybe(text),
  word: v.optional(maybe(word), null),
  provenAt: maybeInstant,
  trouble: v.optional(maybe(trouble), null),
  told,
  dismissed: v.boolean(),
});
export const orders: Schema<Order[]> = v.array(order);
