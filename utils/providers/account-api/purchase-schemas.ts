import * as v from 'valibot';
import { list } from '../adapter/wire-lists.ts';
import { longText, text as someText } from '../adapter/wire-parts.ts';
import {
  categories,
  duration,
  id,
  instant,
  link,
  money,
  oneOf,
  optional,
  rate,
  regions,
  text,
} from './wire-schemas.ts';

/* Plans on sale, and what becomes of buying one. */

const description = optional(longText);

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
