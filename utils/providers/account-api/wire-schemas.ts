import * as v from 'valibot';
import { list, listLimits } from '../adapter/wire-lists.ts';
import { accessToken, address, longText, opaqueId, shortText, text as someText } from '../adapter/wire-parts.ts';

/*
 * The account API's answers, as strict as this folder's README.md requires and no stricter: an invalid optional member
 * counts as absent, invalid list entries are left to the caller, unknown members are ignored.
 */

/** Undefined for what is absent, null or invalid. */
const optional = <T extends v.GenericSchema>(schema: T) =>
  v.optional(
    v.fallback(v.nullish(schema), undefined as never) as v.GenericSchema<unknown, v.InferOutput<T> | null | undefined>,
  );

/** The default for an unknown or missing value. */
const oneOf = <const T extends readonly [string, ...string[]]>(values: T, byDefault: T[number]) =>
  v.optional(v.fallback(v.picklist(values), byDefault as never), byDefault as never) as v.GenericSchema<
    unknown,
    T[number]
  >;

export const id = opaqueId;

/** RFC 3339 with a zone, as epoch milliseconds. A time without a zone is invalid, never local. */
const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/),
  v.transform((text) => Date.parse(text.toUpperCase().replace(' ', 'T'))),
  v.finite(),
);

/** "2592000s", as milliseconds. */
const duration = v.pipe(
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

const money = v.pipe(
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

const text = optional(shortText);
const description = optional(longText);
const regions = optional(list);
const categories = optional(list);
const rate = optional(int64);

const link = v.pipe(address, v.url());
/** Sent back as it is. */
const parameter = (maxLength: number) => optional(v.pipe(v.string(), v.maxLength(maxLength)));

const email = v.pipe(v.string(), v.regex(/^[^\s\p{C}]{1,254}$/u));

export const discovery = v.object({
  name: someText,
  apiBase: optional(link),
  offersUrl: optional(link),
  issuer: optional(link),
  clientId: parameter(200),
  scope: parameter(1000),
  cardToken: optional(v.boolean()),
  checkoutOrigins: v.pipe(
    list,
    v.transform((origins) => origins.slice(0, listLimits.origins)),
  ),
  accountUrl: optional(link),
  support: optional(v.object({ url: optional(link), email: optional(email), phone: text })),
  byteUnit: optional(v.picklist([1000, 1024])),
  typicalDataDelay: optional(duration),
  typicalCreditTime: optional(duration),
});

export const serverMetadata = v.object({
  issuer: v.string(),
  authorization_endpoint: link,
  token_endpoint: link,
  revocation_endpoint: optional(link),
  protected_resources: optional(list),
  authorization_response_iss_parameter_supported: optional(v.boolean()),
});

/** A Bearer token (RFC 6750) and a refresh token, of characters and lengths that can be sent (RFC 6749, appendix A). */
export const tokens = v.object({
  access_token: accessToken,
  token_type: v.pipe(v.string(), v.toLowerCase(), v.literal('bearer')),
  expires_in: optional(v.pipe(v.number(), v.minValue(1), v.maxValue(1e9))),
  refresh_token: v.nullish(v.pipe(v.string(), v.regex(/^[\x20-\x7e]{1,8192}$/))),
});

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

export const planOffer = v.object({ expireTime: optional(instant), offers: list });

export const offer = v.object({
  planId: id,
  planName: someText,
  planDescription: description,
  cost: money,
  duration,
  quotaBytes: v.optional(v.unknown()),
  trafficCategories: categories,
  regions,
  overUsagePolicy: oneOf(['BLOCKED', 'THROTTLED', 'PAY_AS_YOU_GO'], 'BLOCKED'),
  maxRateKbps: rate,
  purchaseEffect: optional(v.picklist(['ADD', 'QUEUE', 'RESET_VALIDITY', 'REPLACE'])),
  availability: oneOf(['AVAILABLE', 'SOLD_OUT', 'DISABLED', 'NOT_ELIGIBLE'], 'AVAILABLE'),
  reason: description,
  promoMessage: description,
});

/** An offer of a seller without a server: the page it is paid on. */
export const payableOffer = v.object({ planId: id, cost: money, checkoutUrl: link });

const failure = optional(v.object({ errorMessage: description }));

/** One purchase. `status` may be a value that we do not know. */
export const transaction = v.object({
  transactionId: id,
  userKey: optional(id),
  status: v.string(),
  planId: optional(id),
  planName: text,
  cost: optional(money),
  checkoutUrl: optional(link),
  expireTime: optional(instant),
  payTime: optional(instant),
  planActivationTime: optional(instant),
  confirmationCode: text,
  receiptUrl: optional(link),
  failure,
});

/** The answer to a checkout: the page is required while it waits for payment. */
export const checkout = v.pipe(
  transaction,
  v.check(({ status, checkoutUrl, expireTime }) => status !== 'PENDING_PAYMENT' || !!(checkoutUrl && expireTime)),
);

export const conflict = v.object({ cause: v.string(), cost: optional(money), transactionId: optional(id) });
