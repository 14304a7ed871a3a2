import * as v from 'valibot';
import type { Access, Account, Credentials, Index } from './account.ts';
import type { AlertState } from './alerts.ts';
import type { Balance, Card, Reading } from './card.ts';
import type { Failure } from './failure.ts';
import type { Figure } from './figure.ts';
import type { Offer, OfferList } from './offer.ts';
import type { Order } from './order.ts';
import type { CheckState, Wake } from './schedule.ts';
import type { Settings } from './settings.ts';

/* What the background believes of its own saved values: exactly the types of utils/core, checked at each read. */

type Schema<T> = v.GenericSchema<unknown, T>;

const text = v.string();
const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const instant = v.pipe(v.number(), v.finite());
const maybe = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);
const texts = v.array(text);

const cardId = v.object({ accountId: text, cardKey: text });
const money = v.object({ currency: text, units: text, nanos: v.number() });
const level = v.picklist(['out', 'low', 'high']);
const unlimited = v.object({ kind: v.literal('unlimited') });
const unknown = v.object({ kind: v.literal('unknown') });
const coarse = v.object({ kind: v.literal('coarse'), level, upperBytes: bytes });
const categories = v.array(v.picklist(['generic', 'video', 'music', 'gaming', 'social', 'messaging']));
const overUsage = v.picklist(['blocked', 'throttled', 'pay-as-you-go']);

const balance: Schema<Balance> = v.variant('kind', [
  v.object({ kind: v.literal('known'), quotaBytes: bytes, remainingBytes: bytes, reservedBytes: bytes }),
  unlimited,
  coarse,
  unknown,
]);
const figure: Schema<Figure> = v.variant('kind', [
  v.object({ kind: v.literal('known'), leftBytes: bytes, totalBytes: maybe(bytes) }),
  unlimited,
  coarse,
  unknown,
]);
const module = v.object({
  id: text,
  name: text,
  categories,
  balance,
  state: v.picklist(['active', 'newly-active', 'expiring-soon', 'expired']),
  expiresAt: maybe(instant),
  overUsage,
  maxRateKbps: maybe(v.number()),
  refreshPeriod: v.picklist(['none', 'daily', 'weekly', 'monthly']),
});
const plan = v.object({
  id: text,
  name: text,
  state: v.picklist(['active', 'queued', 'expired']),
  startsAt: maybe(instant),
  expiresAt: maybe(instant),
  regions: texts,
  modules: v.array(module),
});
const card: Schema<Card> = v.object({
  key: text,
  title: text,
  subscriberId: maybe(text),
  state: v.picklist(['active', 'grace', 'suspended', 'expired']),
  measuredAt: instant,
  plans: v.array(plan),
});
const reading: Schema<Reading> = v.object({
  accountKey: maybe(text),
  cards: v.array(card),
  measuredAt: instant,
  expiresAt: instant,
  checkedAt: instant,
  skewMs: v.number(),
  floorMs: v.number(),
  etag: maybe(text),
});
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
});
const offers: Schema<OfferList> = v.object({
  offers: v.array(offer),
  expiresAt: maybe(instant),
  checkedAt: instant,
  unreadable: v.number(),
});
const order: Schema<Order> = v.object({
  id: text,
  card: cardId,
  planId: text,
  planName: text,
  quotaBytes: maybe(bytes),
  cost: money,
  newCost: maybe(money),
  balanceBefore: figure,
  createdAt: instant,
  state: v.picklist([
    'created',
    'price-changed',
    'awaiting-payment',
    'paid',
    'credited',
    'queued',
    'payment-failed',
    'cancelled',
    'expired',
    'refunded',
    'unknown',
  ]),
  changedAt: instant,
  lookedAt: maybe(instant),
  checkoutUrl: maybe(text),
  expiresAt: maybe(instant),
  confirmationCode: maybe(text),
  failureText: maybe(text),
  told: v.boolean(),
  dismissed: v.boolean(),
});
const account: Schema<Account> = v.object({
  id: text,
  seller: v.object({
    providerId: text,
    origin: text,
    name: text,
    byteUnit: v.picklist([1000, 1024]),
    checkoutOrigins: texts,
    accountUrl: maybe(text),
    support: v.object({ url: maybe(text), email: maybe(text), phone: maybe(text) }),
    dataDelayMs: maybe(v.number()),
    creditMs: v.number(),
    signIn: v.boolean(),
    cardToken: v.boolean(),
    endpoints: v.record(text, text),
  }),
  accountKey: maybe(text),
  addedAt: instant,
});
const held = <const K extends 'rate-limited' | 'seller-down'>(kind: K) =>
  v.object({ kind: v.literal(kind), until: instant });
const failure: Schema<Failure> = v.variant('kind', [
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
      'unreadable',
    ]),
  }),
]);
const check: Schema<CheckState> = v.object({
  failure: maybe(failure),
  failingSince: maybe(instant),
  failures: v.number(),
  triedAt: instant,
  nextCheckAt: instant,
  why: v.picklist(['pace', 'floor', 'hold', 'failure', 'daily']),
  askedAt: maybe(instant),
});
const index: Schema<Index> = v.object({
  accounts: v.array(v.object({ id: text, name: text, cards: v.array(v.object({ key: text, title: text })) })),
  shown: maybe(cardId),
});
const credentials: Schema<Credentials> = v.object({ kind: v.picklist(['refresh-token', 'card-token']), token: text });
const access: Schema<Access> = v.object({ token: text, expiresAt: maybe(instant), lifeMs: maybe(v.number()) });
const alerts: Schema<AlertState> = v.object({
  sent: v.array(v.number()),
  cycle: v.number(),
  leftBytes: maybe(bytes),
  totalBytes: maybe(bytes),
  endsAt: maybe(instant),
});
const settings: Schema<Settings> = v.object({
  paceMinutes: v.pipe(v.number(), v.minValue(5), v.maxValue(120)),
  thresholds: v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  badgeNumber: v.boolean(),
});
const wake: Schema<Wake> = v.object({
  at: instant,
  why: v.picklist(['check', 'order', 'stale', 'retry', 'offline']),
  checks: texts,
  orders: texts,
});
/** A sign-out the seller has not heard of yet; only the token is kept, until `until`. */
export type Revocation = {
  id: string;
  providerId: string;
  endpoints: Record<string, string>;
  token: string;
  until: number;
  nextAt: number;
};
const revocations: Schema<Revocation[]> = v.array(
  v.object({
    id: text,
    providerId: text,
    endpoints: v.record(text, text),
    token: text,
    until: instant,
    nextAt: instant,
  }),
);
/** Which browser tab shows which order's checkout. */
export type CheckoutTabs = Record<string, string>;
const tabs: Schema<CheckoutTabs> = v.record(text, text);
/** A sign-in under way. */
export type Attempt = { origin: string; state: string; verifier: string };
const attempt: Schema<Attempt> = v.object({ origin: text, state: text, verifier: text });

export const storedSchemas = {
  index,
  settings,
  account,
  credentials,
  access,
  reading,
  check,
  offers,
  orders: v.array(order) satisfies Schema<Order[]>,
  alerts,
  wake,
  revocations,
  tabs,
  attempt,
};

export type StoredKind = keyof typeof storedSchemas;
export type Stored<K extends StoredKind> = v.InferOutput<(typeof storedSchemas)[K]>;
