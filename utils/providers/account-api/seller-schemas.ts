import * as v from 'valibot';
import { list, listLimits } from '../adapter/wire-lists.ts';
import { accessToken, text as someText } from '../adapter/wire-parts.ts';
import { duration, link, optional, text } from './wire-schemas.ts';

/* What describes a seller and its sign-in. */

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
