import * as v from 'valibot';
import type { Access, Account, Attempt, Credentials, Revocation } from '../accounts/account.ts';
import type { Index } from '../accounts/account-index.ts';
import type { OwnPlan } from '../manual/manual-plan.ts';
import type { CheckoutTabs } from '../orders/order.ts';
import type { CheckState } from '../polling/check-schedule.ts';
import type { Wake } from '../polling/plan-alarm.ts';
import { archive, reading, samples } from './card-schemas.ts';
import { failure, offers, orders } from './order-schemas.ts';
import { bytes, cardId, instant, maybe, money, type Schema, text, texts } from './schema-parts.ts';
import { alerts, book, settings } from './settings-schemas.ts';

/* What the background believes of its own saved values: exactly the types of utils/core, checked at each read. */

const ownPlan: Schema<OwnPlan> = v.object({
  quotaBytes: maybe(bytes),
  startsAt: maybe(instant),
  endsAt: maybe(instant),
  monthlyDay: maybe(v.number()),
  graceDays: v.number(),
  region: text,
  dial: maybe(text),
  renewal: maybe(v.object({ url: text, cost: maybe(money) })),
  left: maybe(v.object({ bytes, at: instant })),
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
    countedBy: v.optional(v.picklist(['carrier', 'router', 'person']), 'carrier'),
    own: v.optional(maybe(ownPlan), null),
    endpoints: v.record(text, text),
  }),
  accountKey: maybe(text),
  addedAt: instant,
});
const check: Schema<CheckState> = v.object({
  failure: maybe(failure),
  failingSince: maybe(instant),
  failures: v.number(),
  triedAt: instant,
  nextCheckAt: instant,
  why: v.picklist(['pace', 'floor', 'hold', 'failure', 'daily', 'doubt']),
  askedAt: maybe(instant),
});
const indexedCard = v.object({ key: text, title: text, number: v.optional(maybe(text), null) });
const index: Schema<Index> = v.object({
  accounts: v.array(
    v.object({ id: text, name: text, hasSignIn: v.exactOptional(v.boolean()), cards: v.array(indexedCard) }),
  ),
  shown: maybe(cardId),
  asked: v.optional(maybe(v.object({ card: cardId, at: instant })), null),
});
const credentials: Schema<Credentials> = v.object({ kind: v.picklist(['refresh-token', 'card-token']), token: text });
const access: Schema<Access> = v.object({ token: text, expiresAt: maybe(instant), lifeMs: maybe(v.number()) });
const wake: Schema<Wake> = v.object({
  at: instant,
  why: v.picklist(['check', 'order', 'stale', 'alert', 'retry', 'offline']),
  checks: texts,
  orders: texts,
});
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
const tabs: Schema<CheckoutTabs> = v.record(text, text);
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
  orders,
  alerts,
  samples,
  archive,
  book,
  wake,
  revocations,
  tabs,
  attempt,
};

export type StoredKind = keyof typeof storedSchemas;
export type Stored<K extends StoredKind> = v.InferOutput<(typeof storedSchemas)[K]>;
