import * as v from 'valibot';
import type { Archive, Samples, Stretch } from '../history/usage-samples.ts';
import type { Balance, Card } from '../usage/card.ts';
import type { Reading } from '../usage/usage-snapshot.ts';
import {
  bytes,
  categories,
  coarse,
  instant,
  maybe,
  money,
  overUsage,
  type Schema,
  text,
  texts,
  unknown,
  unlimited,
} from './schema-parts.ts';

/* Schemas of what is saved of cards, and the small parts all of them are made of. */

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
  autoRenew: v.exactOptional(
    maybe(v.object({ isEnabled: v.boolean(), nextChargeAt: maybe(instant), cost: maybe(money) })),
  ),
  modules: v.array(module),
});
const card: Schema<Card> = v.object({
  key: text,
  title: text,
  subscriberId: maybe(text),
  state: v.picklist(['active', 'grace', 'suspended', 'expired']),
  measuredAt: instant,
  plans: v.array(plan),
  link: v.exactOptional(maybe(v.object({ kind: v.picklist(['renew', 'page']), url: text, cost: maybe(money) }))),
});
export const reading: Schema<Reading> = v.object({
  accountKey: maybe(text),
  cards: v.array(card),
  measuredAt: instant,
  expiresAt: instant,
  checkedAt: instant,
  skewMs: v.number(),
  floorMs: v.number(),
  etag: maybe(text),
});

const stretch = v.tuple([instant, bytes, bytes]) satisfies Schema<Stretch>;
export const samples: Schema<Samples> = v.object({
  since: instant,
  stretches: v.array(stretch),
  modules: v.array(
    v.object({
      id: text,
      name: text,
      quotaBytes: bytes,
      remainingBytes: bytes,
      reservedBytes: bytes,
      endsAt: maybe(instant),
    }),
  ),
});
export const archive: Schema<Archive> = v.object({
  since: instant,
  stretches: v.array(stretch),
  changes: v.array(
    v.object({
      at: instant,
      cause: v.picklist(['credited', 'rolled-over', 'lapsed', 'corrected', 'reset']),
      bytes: v.pipe(v.number(), v.safeInteger()),
      name: text,
    }),
  ),
});
