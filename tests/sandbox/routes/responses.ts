import type { Context } from 'hono';
import { findCard } from '../data/cards.ts';
import { findTokenAccount } from '../data/tokens.ts';
import type { SellerContext } from '../seller-context.ts';
import type { Card } from '../wire.ts';

type Status = 400 | 401 | 402 | 403 | 404 | 409 | 410;

/** Section 7 of the account API: the shape of all errors. */
export function fail(c: Context, status: Status, cause: string, errorMessage: string, more: object = {}): Response {
  return c.json({ errorMessage, cause, ...more }, status);
}

export function accountFrom(context: SellerContext, c: Context): string | null {
  const token = c.req.header('authorization')?.match(/^Bearer +(\S+)$/i)?.[1];
  const acceptsCardTokens = (context.options.signIn ?? 'oauth') !== 'oauth';
  return token ? findTokenAccount(context.db, token, acceptsCardTokens) : null;
}

/** The account's card, or an error response if it is unknown, another account's or reissued. */
export function cardFrom(context: SellerContext, c: Context, accountKey: string, cardKey: unknown): Card | Response {
  if (typeof cardKey !== 'string' || cardKey === '') return fail(c, 400, 'BAD_REQUEST', 'userKey is missing.');
  const owned = findCard(context.db, cardKey);
  if (owned?.accountKey !== accountKey) return fail(c, 404, 'INVALID_NUMBER', 'There is no such card.');
  if (owned.reissued) return fail(c, 410, 'BAD_CPID', 'The card was reissued under another key.');
  return owned.card;
}
