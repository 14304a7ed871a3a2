import * as v from 'valibot';
import type {
  AccessToken,
  Account,
  Credentials,
  Revocation,
  Seller,
  SellerPage,
  SignInAttempt,
  UsualPurchase,
} from '../accounts/account.ts';
import type { AccountIndex } from '../accounts/account-index.ts';
import type { CardJudgement } from '../accounts/card-judgement.ts';
import type { ManualPlan } from '../manual/manual-plan.ts';
import type { AlarmPlan } from '../polling/alarm-plan.ts';
import type { CheckState } from '../polling/check-schedule.ts';
import type { Pace } from '../polling/pace.ts';
import type { FirstScreen } from '../toolbar/first-screen.ts';
import type { Painted } from '../toolbar/painted.ts';
import type { AnswerTimes } from '../usage/answer-times.ts';
import { shortTextLength } from '../values/clean-text.ts';
import {
  answerTimes,
  bytes,
  cardBalance,
  cardId,
  count,
  duration,
  failure,
  instant,
  laterInstant,
  money,
  type Schema,
  text,
  texts,
  typedAmount,
  url,
} from './schema-parts.ts';

/* Schemas of stored accounts, their secrets and their schedule. */

export const manualPlan: Schema<ManualPlan> = v.object({
  quotaBytes: v.nullable(v.union([bytes, v.literal('unknown')])),
  startsAt: v.nullable(instant),
  endsAt: v.nullable(instant),
  monthlyDay: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31))),
  graceDays: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)),
  region: text,
  ussdCode: v.nullable(text),
  renewal: v.nullable(v.object({ url, cost: v.nullable(money) })),
  left: v.nullable(v.object({ bytes, at: instant })),
  firstUse: v.optional(v.nullable(v.object({ by: v.nullable(instant), days: v.nullable(count) })), null),
  lineEndsAt: laterInstant,
  credit: v.optional(v.nullable(money), null),
});

const usualPurchase: Schema<UsualPurchase> = v.object({
  planName: v.nullable(v.pipe(text, v.maxLength(shortTextLength))),
  amount: v.nullable(typedAmount),
  cost: v.nullable(money),
});
const page: Schema<SellerPage> = v.object({
  isKeptUpToDate: v.boolean(),
  namesAccount: v.boolean(),
  topUpUrl: v.nullable(url),
  usualPurchase: v.optional(v.nullable(usualPurchase), null),
});

const endpoints = v.record(text, text);
const byteUnit = v.picklist([1000, 1024]);

const seller: Schema<Seller> = v.object({
  providerId: text,
  origin: text,
  name: text,
  byteUnit,
  checkoutOrigins: texts,
  accountUrl: v.nullable(text),
  support: v.object({ url: v.nullable(text), email: v.nullable(text), phone: v.nullable(text) }),
  dataDelayMs: v.nullable(duration),
  creditMs: duration,
  signIn: v.boolean(),
  cardToken: v.boolean(),
  meteredBy: v.optional(v.picklist(['network', 'hotspot', 'user']), 'network'),
  manualPlan: v.optional(v.nullable(manualPlan), null),
  page: v.optional(v.nullable(page), null),
  endpoints,
});
export const foundSellers: Schema<Record<string, Seller>> = v.record(text, seller);

export const account: Schema<Account> = v.object({
  id: text,
  seller,
  accountKey: v.nullable(text),
  addedAt: instant,
  discoveredAt: v.optional(instant, 0),
  vouchedAt: v.optional(instant, 0),
  proposal: v.optional(
    v.nullable(
      v.object({
        name: v.nullable(text),
        endpoints: v.nullable(endpoints),
        checkoutOrigins: texts,
        isDismissed: v.boolean(),
      }),
    ),
    null,
  ),
  answered: v.optional(texts, []),
  connectionId: v.optional(text, ''),
});

const judged: Schema<CardJudgement> = v.object({
  balance: cardBalance,
  endsAt: v.nullable(instant),
  status: v.picklist(['ok', 'warning', 'critical', 'unknown', 'action', 'expired']),
  validUntil: v.nullable(instant),
});
const goneCard = { key: text, title: text, number: v.optional(v.nullable(text), null) };
const indexedCard = { ...goneCard, judged: v.exactOptional(judged) };
export const index: Schema<AccountIndex> = v.object({
  accounts: v.array(
    v.object({
      id: text,
      name: text,
      origin: v.exactOptional(text),
      byteUnit: v.exactOptional(byteUnit),
      hasSignIn: v.exactOptional(v.boolean()),
      isReadByPress: v.exactOptional(v.boolean()),
      cards: v.array(v.object(indexedCard)),
      gone: v.exactOptional(v.array(v.object(goneCard))),
    }),
  ),
  shown: v.nullable(cardId),
  requested: v.optional(v.nullable(v.object({ card: cardId, at: instant })), null),
});

export const credentials: Schema<Credentials> = v.object({
  kind: v.picklist(['refresh-token', 'access-token', 'card-token']),
  token: text,
  revocation: v.optional(v.nullable(v.object({ providerId: text, endpoints })), null),
});
export const access: Schema<AccessToken> = v.object({
  token: text,
  expiresAt: v.nullable(instant),
  lifeMs: v.nullable(duration),
});
export const signInAttempt: Schema<SignInAttempt> = v.object({ origin: text, state: text, verifier: text });
export const revocations: Schema<Revocation[]> = v.array(
  v.object({
    id: text,
    providerId: text,
    endpoints,
    token: text,
    tokenKind: v.optional(v.picklist(['refresh_token', 'access_token']), 'refresh_token'),
    until: instant,
    nextAt: instant,
  }),
);

const unchanged: Schema<AnswerTimes> = v.object({ ...answerTimes, cardTimes: v.array(instant) });
const pace: Schema<Pace> = v.object({
  paceMs: duration,
  reason: v.picklist([
    'nothing-soon',
    'threshold',
    'use-unknown',
    'end',
    'waiting',
    'answer-expires',
    'seller-updates',
    'watched',
    'order',
    'data-saver',
  ]),
});
export const check: Schema<CheckState> = v.object({
  failure: v.nullable(failure),
  failingSince: v.nullable(instant),
  failures: count,
  triedAt: instant,
  nextCheckAt: instant,
  reason: v.picklist([
    'poll-interval',
    'seller-minimum',
    'retry-after',
    'failure',
    'daily',
    'confirmation',
    'after-sleep',
    'resumed',
  ]),
  manualRefreshAt: v.nullable(instant),
  isNotified: v.optional(v.boolean(), false),
  unchanged: v.exactOptional(unchanged),
  traffic: v.exactOptional(v.object({ day: instant, bytes })),
  pace: v.optional(v.nullable(pace), null),
  updateGapsMs: v.optional(v.array(duration), () => []),
});
export const painted: Schema<Painted> = v.object({ toolbar: text, tooltip: text, menu: text });
export const firstScreen: Schema<FirstScreen> = v.object({
  accountId: text,
  html: text,
  locale: text,
  direction: v.picklist(['ltr', 'rtl']),
  theme: v.picklist(['system', 'light', 'dark']),
  justNow: text,
  around: text,
  times: v.object({
    ...{ measuredAt: instant, expiresAt: instant, checkedAt: instant, skewMs: duration, floorMs: duration },
    ...{ cardAt: count, cardMeasuredAt: instant },
  }),
  pollIntervalMinutes: v.nullable(v.number()),
  madeAt: instant,
  validUntil: instant,
});
export const alarmPlan: Schema<AlarmPlan> = v.object({
  at: instant,
  setAt: v.optional(instant, 0),
  rangAt: v.optional(v.nullable(instant), null),
  reason: v.picklist(['check', 'order', 'toolbar', 'alert', 'retry', 'offline']),
  checks: texts,
  orders: texts,
});
