import * as v from 'valibot';
import type { CardBook } from '../accounts/card-preferences.ts';
import type { AlertState } from '../alerts/alert-state.ts';
import type { Archive, Samples, Stretch } from '../history/usage-samples.ts';
import type { AlertRules, Settings } from '../settings.ts';
import { defaultSettings } from '../settings.ts';
import type { Balance, Card, Reading } from '../usage/card.ts';
import type { Figure } from '../usage/card-balance.ts';

/* Schemas of what is saved of cards, and the small parts all of them are made of. */

export type Schema<T> = v.GenericSchema<unknown, T>;

export const text = v.string();
export const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const instant = v.pipe(v.number(), v.finite());
export const maybe = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);
export const texts = v.array(text);

export const cardId = v.object({ accountId: text, cardKey: text });
export const money = v.object({ currency: text, units: text, nanos: v.number() });
const level = v.picklist(['out', 'low', 'high']);
const unlimited = v.object({ kind: v.literal('unlimited') });
const unknown = v.object({ kind: v.literal('unknown') });
const coarse = v.object({ kind: v.literal('coarse'), level, upperBytes: bytes });
export const categories = v.array(v.picklist(['generic', 'video', 'music', 'gaming', 'social', 'messaging']));
export const overUsage = v.picklist(['blocked', 'throttled', 'pay-as-you-go']);

const balance: Schema<Balance> = v.variant('kind', [
  v.object({ kind: v.literal('known'), quotaBytes: bytes, remainingBytes: bytes, reservedBytes: bytes }),
  unlimited,
  coarse,
  unknown,
]);
export const figure: Schema<Figure> = v.variant('kind', [
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

/** Alerts of percents were numbers once. */
const topic = v.pipe(
  v.union([text, v.number()]),
  v.transform((said) => (typeof said === 'string' ? said : said === 0 ? '0' : `${said}%`)),
);
const maybeInstant = v.optional(maybe(instant), null);
export const alerts: Schema<AlertState> = v.object({
  sent: v.array(topic),
  cycle: v.number(),
  leftBytes: maybe(bytes),
  totalBytes: maybe(bytes),
  endsAt: maybe(instant),
  doubtAt: maybeInstant,
  endSaid: maybeInstant,
  heldAt: maybeInstant,
  snooze: v.optional(maybe(v.object({ until: maybe(instant), endsAt: maybe(instant) })), null),
});

const percents = v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(100)));
const amounts = v.array(
  v.object({ value: v.pipe(v.number(), v.gtValue(0), v.maxValue(9999)), unit: v.picklist(['MB', 'GB']) }),
);
const leadHours = v.array(v.pipe(v.number(), v.minValue(1), v.maxValue(24 * 30)));
const rules: Schema<AlertRules> = v.object({
  thresholds: percents,
  amounts,
  leadHours,
  risk: v.boolean(),
  lapse: v.boolean(),
  charge: v.optional(v.boolean(), defaultSettings.charge),
});
const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));
const quiet = v.object({ fromMinute: minuteOfDay, toMinute: minuteOfDay, exceptEmpty: v.boolean() });
/** Choices that came later have their default in what was saved before. */
export const settings: Schema<Settings> = v.object({
  paceMinutes: v.pipe(v.number(), v.minValue(5), v.maxValue(120)),
  thresholds: percents,
  amounts: v.optional(amounts, () => defaultSettings.amounts),
  leadHours: v.optional(leadHours, () => defaultSettings.leadHours),
  risk: v.optional(v.boolean(), defaultSettings.risk),
  lapse: v.optional(v.boolean(), defaultSettings.lapse),
  charge: v.optional(v.boolean(), defaultSettings.charge),
  badgeNumber: v.boolean(),
  badgeShows: v.optional(v.picklist(['amount', 'percent', 'days', 'run-out']), defaultSettings.badgeShows),
  view: v.optional(v.picklist(['left', 'used']), defaultSettings.view),
  quiet: v.optional(maybe(quiet), null),
});
export const book: Schema<CardBook> = v.object({
  order: texts,
  pinned: maybe(text),
  choices: v.record(
    text,
    v.object({ name: maybe(text), isHidden: v.boolean(), rules: maybe(rules), until: maybeInstant }),
  ),
});
