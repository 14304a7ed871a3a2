import * as v from 'valibot';
import type { UsageArchive, UsageInterval, UsageSamples } from '../history/usage-samples.ts';
import type { Balance, Card } from '../usage/card.ts';
import type { UsageSnapshot } from '../usage/usage-snapshot.ts';
import {
  answerTimes,
  bytes,
  categories,
  coarse,
  count,
  duration,
  instant,
  isBytes,
  isInstant,
  money,
  overUsage,
  type Schema,
  text,
  texts,
  unknown,
  unlimited,
  url,
} from './schema-parts.ts';

/* Schemas of stored usage: the last snapshot of an account, the samples and the archive of a card. */

const balance: Schema<Balance> = v.variant('kind', [
  v.object({ kind: v.literal('known'), quotaBytes: bytes, remainingBytes: bytes, reservedBytes: bytes }),
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
  expiresAt: v.nullable(instant),
  overUsage,
  maxRateKbps: v.nullable(count),
  refreshPeriod: v.picklist(['none', 'daily', 'weekly', 'monthly']),
  regions: v.exactOptional(texts),
});
const plan = v.object({
  id: text,
  name: text,
  state: v.picklist(['active', 'queued', 'not-started', 'expired']),
  startsAt: v.nullable(instant),
  expiresAt: v.nullable(instant),
  durationMs: v.exactOptional(v.nullable(duration)),
  startBefore: v.exactOptional(v.nullable(instant)),
  regions: texts,
  autoRenew: v.exactOptional(
    v.nullable(v.object({ isEnabled: v.boolean(), nextChargeAt: v.nullable(instant), cost: v.nullable(money) })),
  ),
  modules: v.array(module),
  omittedModules: v.exactOptional(bytes),
});
const card: Schema<Card> = v.object({
  key: text,
  title: text,
  subscriberId: v.nullable(text),
  state: v.picklist(['active', 'grace', 'suspended', 'expired']),
  measuredAt: instant,
  plans: v.array(plan),
  omittedPlans: v.exactOptional(bytes),
  lineEndsAt: v.exactOptional(v.nullable(instant)),
  credit: v.exactOptional(v.nullable(money)),
  link: v.exactOptional(v.nullable(v.object({ kind: v.picklist(['renew', 'page']), url, cost: v.nullable(money) }))),
  unconfirmed: v.exactOptional(
    v.object({
      kind: v.picklist(['rise', 'drop']),
      leftBytes: bytes,
      measuredAt: instant,
      needsPerson: v.exactOptional(v.object({ leftBytes: bytes })),
    }),
  ),
});
export const snapshot: Schema<UsageSnapshot> = v.object({
  accountKey: v.nullable(text),
  cards: v.array(card),
  ...answerTimes,
  omittedCards: v.exactOptional(bytes),
});

/** Without schemas of its parts: of a thousand cards there are a hundred thousand intervals. */
const interval: Schema<UsageInterval> = v.custom<UsageInterval>((value) => {
  if (!Array.isArray(value) || value.length !== 3) return false;
  return isInstant(value[0]) && isBytes(value[1]) && isBytes(value[2]);
});
export const samples: Schema<UsageSamples> = v.object({
  since: instant,
  intervals: v.array(interval),
  modules: v.array(
    v.object({
      id: text,
      name: text,
      quotaBytes: bytes,
      remainingBytes: bytes,
      reservedBytes: bytes,
      startsAt: v.optional(v.nullable(instant), null),
      endsAt: v.nullable(instant),
    }),
  ),
});
export const archive: Schema<UsageArchive> = v.object({
  since: instant,
  intervals: v.array(interval),
  changes: v.array(
    v.object({
      at: instant,
      cause: v.picklist(['credited', 'rolled-over', 'lapsed', 'corrected', 'reset']),
      bytes: v.pipe(v.number(), v.safeInteger()),
      name: text,
    }),
  ),
});
