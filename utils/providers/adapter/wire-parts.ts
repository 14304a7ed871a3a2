import * as v from 'valibot';
import { cleanText, longTextLength, shortTextLength } from '../../core/values/clean-text.ts';
import type { Tokens } from './provider.ts';

/* Schemas that several providers' wires have in common. */

/** Null for what is null, missing or invalid. */
export const maybe = <T extends v.GenericSchema>(schema: T) =>
  v.fallback(v.nullish(schema, null), null as never) as v.GenericSchema<unknown, v.InferOutput<T> | null>;

/** A name or a title, cleaned and cut; it may be empty. */
export const shortText = v.pipe(
  v.string(),
  v.transform((text) => cleanText(text, shortTextLength)),
);
/** A description or a reason, likewise. */
export const longText = v.pipe(
  v.string(),
  v.transform((text) => cleanText(text, longTextLength)),
);
/** A name of which something is seen. */
export const text = v.pipe(shortText, v.minLength(1));

/** Compared exactly, and never shown without need. Half a surrogate pair could not be encoded into a URL. */
export const opaqueId = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.regex(/^\P{Surrogate}*$/u));

export const address = v.pipe(v.string(), v.maxLength(2000));

/** The id of a card or plan, as a text or a number. */
export const id = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.safeInteger())]),
  v.transform(String),
  v.regex(/^[\w-]{1,64}$/),
);

export const digits = v.pipe(v.string(), v.regex(/^\d{1,19}$/), v.transform(Number));
const decimal = v.pipe(v.string(), v.regex(/^-?\d{1,19}(\.\d+)?$/), v.transform(Number));

/** A JSON number or a decimal text; an empty text is not 0. */
export const number = v.pipe(v.union([v.number(), decimal]), v.finite());
export const count = v.pipe(number, v.minValue(0));

/** From 2^53 − 1 on an amount means "unlimited". */
export const orUnlimited = v.transform((amount: number) =>
  amount < Number.MAX_SAFE_INTEGER ? amount : Number.POSITIVE_INFINITY,
);
export const bytes = v.pipe(count, orUnlimited);

/** MB with decimals, in bytes. */
export const megabytesOf = (bytesPerMb: number) =>
  v.pipe(
    number,
    v.transform((mb) => Math.round(mb * bytesPerMb)),
  );

/** ISO 8601 with a zone, as epoch milliseconds. Not every browser parses a zone without a colon. */
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/),
  v.transform((text) => Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))),
  v.finite(),
);

/** The same, where a time without a zone is in UTC. */
export const utcInstant = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/^.{19}(\.\d+)?$/, '$&Z')),
  instant,
);

/** A token that a header can carry. The longest known ones have 3 000 characters. */
export const accessToken = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,8192}$/));

/** The answer to a client credentials grant (RFC 6749, section 4.4.3). */
export const tokens = v.pipe(
  v.object({
    access_token: accessToken,
    expires_in: maybe(v.pipe(number, v.minValue(1), v.maxValue(1e9))),
  }),
  v.transform(
    ({ access_token, expires_in }): Tokens => ({
      accessToken: access_token,
      lifeMs: expires_in && expires_in * 1000,
      refreshToken: null,
    }),
  ),
);

/** The authorization header for "login:password" (RFC 7617). `btoa` takes Latin-1 only. */
export function basic(credentials: string): Record<string, string> {
  return { authorization: `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(credentials)))}` };
}

/** A card's number as it may be shown: only its last four digits. */
export function masked(number: string): string {
  return `•••• ${number.slice(-4)}`;
}
