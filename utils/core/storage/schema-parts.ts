import * as v from 'valibot';
import type { CardBalance } from '../usage/card-balance.ts';
import type { TypedAmount } from '../values/bytes.ts';
import type { Failure } from '../values/failure.ts';

/* What several stored values have in common. */

export type Schema<T> = v.GenericSchema<unknown, T>;

export const text = v.string();
export const texts = v.array(text);
export const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const isBytes = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
/** Beyond it there is no date, nor for a sum of two. */
const latest = 4e15;
export const instant = v.pipe(v.number(), v.minValue(-latest), v.maxValue(latest));
export const isInstant = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= latest;
/** A length of time in ms, or between two clocks. */
export const duration = v.pipe(v.number(), v.minValue(-latest), v.maxValue(latest));
/** What another answer of the same figures changes. */
export const answerTimes = {
  measuredAt: instant,
  expiresAt: instant,
  checkedAt: instant,
  skewMs: duration,
  floorMs: duration,
  etag: v.nullable(text),
};
export const count = v.pipe(v.number(), v.finite());
export const url = v.pipe(
  text,
  v.check((address: string) => URL.canParse(address)),
);

/** For members that came later: absent in what was saved before, and then null. */
export const laterInstant = v.optional(v.nullable(instant), null);
export const laterText = v.optional(v.nullable(text), null);

export const cardId = v.object({ accountId: text, cardKey: text });
export const money = v.object({
  currency: v.pipe(text, v.regex(/^[a-z]{3}$/i)),
  units: v.pipe(text, v.regex(/^\d+$/)),
  nanos: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999_999_999)),
});
/** Of a form: 9999 GB at most. */
export const typedAmount: Schema<TypedAmount> = v.object({
  value: v.pipe(v.number(), v.gtValue(0), v.maxValue(9_999_000)),
  unit: v.picklist(['MB', 'GB']),
});
export const categories = v.array(v.picklist(['generic', 'video', 'music', 'gaming', 'social', 'messaging']));
export const overUsage = v.picklist(['blocked', 'throttled', 'pay-as-you-go']);

const level = v.picklist(['out', 'low', 'high']);
export const unlimited = v.object({ kind: v.literal('unlimited') });
export const unknown = v.object({ kind: v.literal('unknown') });
export const coarse = v.object({ kind: v.literal('coarse'), level, upperBytes: bytes });
const planSize = v.variant('kind', [v.object({ kind: v.literal('known'), bytes }), unlimited, unknown]);
const planStart = v.variant('kind', [
  v.object({ kind: v.literal('at'), at: instant }),
  v.object({ kind: v.literal('later') }),
  v.object({ kind: v.literal('first-use'), by: v.nullable(instant) }),
]);
export const cardBalance: Schema<CardBalance> = v.variant('kind', [
  v.object({ kind: v.literal('known'), leftBytes: bytes, totalBytes: v.nullable(bytes) }),
  unlimited,
  coarse,
  v.object({ kind: v.literal('not-started'), size: planSize, start: planStart }),
  v.object({ kind: v.literal('no-plan') }),
  unknown,
]);

const retryAfter = <const K extends 'rate-limited' | 'seller-down'>(kind: K) =>
  v.object({ kind: v.literal(kind), until: instant, isDefault: v.exactOptional(v.literal(true)) });
export const failure: Schema<Failure> = v.variant('kind', [
  retryAfter('rate-limited'),
  retryAfter('seller-down'),
  v.object({
    kind: v.picklist([
      'offline',
      'no-answer',
      'captive-portal',
      'signed-out',
      'locked',
      'forbidden',
      'permission-missing',
      'not-vouched',
      'card-gone',
      'away',
      'unreadable',
      'no-cards',
      'other-account',
      'page-changed',
      'unsendable',
      'closed',
      'unsupported',
    ]),
  }),
]);
