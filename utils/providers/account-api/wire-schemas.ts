import * as v from 'valibot';
import { list } from '../adapter/wire-lists.ts';
import { address, opaqueId, shortText } from '../adapter/wire-parts.ts';

/*
 * The account API's answers, as strict as this folder's README.md requires and no stricter: an invalid optional member
 * counts as absent, invalid list entries are left to the caller, unknown members are ignored. Here: what every wire of
 * it is made of, and what tells what is left.
 */

/** Undefined for what is absent, null or invalid. */
export const optional = <T extends v.GenericSchema>(schema: T) =>
  v.optional(
    v.fallback(v.nullish(schema), undefined as never) as v.GenericSchema<unknown, v.InferOutput<T> | null | undefined>,
  );

/** The default for an unknown or missing value. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T, byDefault: T[number]) =>
  v.optional(v.fallback(v.picklist(values), byDefault as never), byDefault as never) as v.GenericSchema<
    unknown,
    T[number]
  >;

export const id = opaqueId;

/** RFC 3339 with a zone, as epoch milliseconds. A time without a zone is invalid, never local. */
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/),
  v.transform((text) => Date.parse(text.toUpperCase().replace(' ', 'T'))),
  v.finite(),
);

/** "2592000s", as milliseconds. */
export const duration = v.pipe(
  v.string(),
  v.regex(/^\d{1,12}(\.\d{1,9})?s$/),
  v.transform((text) => Math.round(Number(text.slice(0, -1)) * 1000)),
);

/** int64 as a decimal text or a JSON integer; from 2^53 on it means "unlimited", as Infinity. */
export const int64 = v.pipe(
  v.union([v.pipe(v.string(), v.regex(/^\d{1,19}$/)), v.pipe(v.number(), v.integer(), v.minValue(0))]),
  v.transform((value) => (BigInt(value) > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(value))),
);

const nanos = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999_999_999));

export const money = v.pipe(
  v.object({
    currencyCode: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
    units: v.nullish(
      v.pipe(v.union([v.string(), v.pipe(v.number(), v.safeInteger())]), v.transform(String), v.regex(/^\d{1,19}$/)),
      '0',
    ),
    nanos: v.nullish(nanos, 0),
  }),
  v.transform(({ currencyCode, units, nanos }) => ({ currency: currencyCode, units, nanos })),
);

export const text = optional(shortText);
export const regions = optional(list);
export const categories = optional(list);
export const rate = optional(int64);

export const link = v.pipe(address, v.url());

export const planStatus = v.object({
  accountKey: optional(id),
  updateTime: instant,
  expireTime: instant,
  cards: list,
});

export const card = v.object({
  userKey: id,
  title: text,
  subscriberId: text,
  cardState: oneOf(['ACTIVE', 'GRACE', 'SUSPENDED', 'EXPIRED'], 'ACTIVE'),
  updateTime: optional(instant),
  lineExpirationTime: optional(instant),
  credit: optional(money),
  plans: list,
});

const autoRenew = v.object({ enabled: v.boolean(), nextChargeTime: optional(instant), cost: optional(money) });

export const plan = v.object({
  planId: id,
  planName: text,
  planState: oneOf(['ACTIVE', 'QUEUED', 'NOT_STARTED', 'EXPIRED'], 'ACTIVE'),
  startTime: optional(instant),
  expirationTime: optional(instant),
  duration: optional(duration),
  startBefore: optional(instant),
  regions,
  autoRenew: optional(autoRenew),
  planModules: list,
});

export const module = v.object({
  moduleId: id,
  moduleName: text,
  trafficCategories: categories,
  byteBalance: v.optional(v.unknown()),
  coarseBalanceLevel: optional(v.picklist(['OUT_OF_DATA', 'LOW_QUOTA', 'HIGH_QUOTA'])),
  coarseUpperBytes: optional(int64),
  planModuleState: oneOf(['ACTIVE', 'NEWLY_ACTIVE', 'EXPIRING_SOON', 'EXPIRED'], 'ACTIVE'),
  expirationTime: optional(instant),
  overUsagePolicy: oneOf(['BLOCKED', 'THROTTLED', 'PAY_AS_YOU_GO'], 'BLOCKED'),
  maxRateKbps: rate,
  refreshPeriod: oneOf(['NONE', 'DAILY', 'WEEKLY', 'MONTHLY'], 'NONE'),
  regions,
});

export const byteBalance = v.object({ quotaBytes: int64, remainingBytes: int64, reservedBytes: optional(int64) });
export const quotaOnly = v.object({ quotaBytes: int64 });
