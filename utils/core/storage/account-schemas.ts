import * as v from 'valibot';
import type { AccessToken, Account, Credentials, Revocation, SignInAttempt } from '../accounts/account.ts';
import type { AccountIndex } from '../accounts/account-index.ts';
import type { ManualPlan } from '../manual/manual-plan.ts';
import type { AlarmPlan } from '../polling/alarm-plan.ts';
import type { CheckState } from '../polling/check-schedule.ts';
import { bytes, cardId, failure, instant, money, nullable, type Schema, text, texts } from './schema-parts.ts';

/* Schemas of stored accounts, their secrets and their schedule. */

const manualPlan: Schema<ManualPlan> = v.object({
  quotaBytes: nullable(bytes),
  startsAt: nullable(instant),
  endsAt: nullable(instant),
  monthlyDay: nullable(v.number()),
  graceDays: v.number(),
  region: text,
  ussdCode: nullable(text),
  renewal: nullable(v.object({ url: text, cost: nullable(money) })),
  left: nullable(v.object({ bytes, at: instant })),
});

export const account: Schema<Account> = v.object({
  id: text,
  seller: v.object({
    providerId: text,
    origin: text,
    name: text,
    byteUnit: v.picklist([1000, 1024]),
    checkoutOrigins: texts,
    accountUrl: nullable(text),
    support: v.object({ url: nullable(text), email: nullable(text), phone: nullable(text) }),
    dataDelayMs: nullable(v.number()),
    creditMs: v.number(),
    signIn: v.boolean(),
    cardToken: v.boolean(),
    meteredBy: v.optional(v.picklist(['network', 'hotspot', 'user']), 'network'),
    manualPlan: v.optional(nullable(manualPlan), null),
    endpoints: v.record(text, text),
  }),
  accountKey: nullable(text),
  addedAt: instant,
});

const indexedCard = v.object({ key: text, title: text, number: v.optional(nullable(text), null) });
export const index: Schema<AccountIndex> = v.object({
  accounts: v.array(
    v.object({ id: text, name: text, hasSignIn: v.exactOptional(v.boolean()), cards: v.array(indexedCard) }),
  ),
  shown: nullable(cardId),
  requested: v.optional(nullable(v.object({ card: cardId, at: instant })), null),
});

export const credentials: Schema<Credentials> = v.object({
  kind: v.picklist(['refresh-token', 'card-token']),
  token: text,
});
export const access: Schema<AccessToken> = v.object({
  token: text,
  expiresAt: nullable(instant),
  lifeMs: nullable(v.number()),
});
export const signInAttempt: Schema<SignInAttempt> = v.object({ origin: text, state: text, verifier: text });
export const revocations: Schema<Revocation[]> = v.array(
  v.object({
    id: text,
    providerId: text,
    endpoints: v.record(text, text),
    token: text,
    until: instant,
    nextAt: instant,
  }),
);

export const check: Schema<CheckState> = v.object({
  failure: nullable(failure),
  failingSince: nullable(instant),
  failures: v.number(),
  triedAt: instant,
  nextCheckAt: instant,
  reason: v.picklist(['poll-interval', 'seller-minimum', 'retry-after', 'failure', 'daily', 'confirmation']),
  manualRefreshAt: nullable(instant),
});
export const alarmPlan: Schema<AlarmPlan> = v.object({
  at: instant,
  reason: v.picklist(['check', 'order', 'stale', 'alert', 'retry', 'offline']),
  checks: texts,
  orders: texts,
});
