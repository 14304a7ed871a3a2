import type { Seller } from '../core/account.ts';
import type { Card, Reading } from '../core/card.ts';
import type { Money } from '../core/money.ts';
import type { OfferList } from '../core/offer.ts';
import type { Purchase } from '../core/purchase.ts';

/** A good answer, or 304. `body` is parsed JSON, not checked yet; undefined on 304. `receivedAt`: our clock. */
export type Answer = { status: number; body: unknown; headers: Headers; receivedAt: number };

/**
 * One account's way to its seller: adds what authorizes it, bounds time and size, follows no redirect. Its methods
 * throw an `AnswerError` for any other status, and what ky throws when there is no answer; `toFailure` tells them apart.
 */
export type Client = {
  get: (url: string, ifNoneMatch?: string | null) => Promise<Answer>;
  postJson: (url: string, body: unknown) => Promise<Answer>;
  postForm: (url: string, fields: Record<string, string>) => Promise<Answer>;
};

/** `lifeMs` null: the seller does not say how long the access token lives. */
export type Tokens = { accessToken: string; lifeMs: number | null; refreshToken: string | null };

export type SignInStart = { redirectUri: string; state: string; challenge: string };
export type SignInEnd = { redirectUri: string; code: string; verifier: string };
export type Endpoints = Seller['endpoints'];

export type CheckoutWish = { id: string; cardKey: string; planId: string; cost: Money; allowSecond: boolean };

export type CheckoutAnswer =
  | { kind: 'purchase'; purchase: Purchase }
  | { kind: 'price-changed'; cost: Money }
  | { kind: 'already-open'; id: string };

/** A seller, or a kind of sellers, as one plain object. An ability it lacks is a bundle it lacks. */
export type Provider = {
  id: string;
  /** What is at an address; throws where there is no such seller. No credentials are sent. */
  findSeller: (client: Client, origin: string) => Promise<Seller>;
  /** The origins that must be readable before anything else is asked of this seller. */
  originsFor: (seller: Seller) => string[];
  /** All cards in one request; `previous` is the account's own last reading, for its ETag. */
  readCards: (client: Client, seller: Seller, previous: Reading | null) => Promise<Reading>;
  signIn?: {
    /** The seller's endpoints (to be kept with the account) and the page to open. */
    start: (client: Client, seller: Seller, start: SignInStart) => Promise<{ url: string; endpoints: Endpoints }>;
    /** The code the page came back with; throws where the answer is not meant for us. */
    codeFrom: (returned: string, state: string, endpoints: Endpoints) => string;
    finish: (client: Client, endpoints: Endpoints, end: SignInEnd) => Promise<Tokens>;
    refresh: (client: Client, endpoints: Endpoints, refreshToken: string) => Promise<Tokens>;
    revoke: (client: Client, endpoints: Endpoints, token: string) => Promise<void>;
  };
  offers?: { list: (client: Client, seller: Seller, card: Card) => Promise<OfferList> };
  checkout?: { start: (client: Client, seller: Seller, wish: CheckoutWish) => Promise<CheckoutAnswer> };
  orders?: { look: (client: Client, seller: Seller, id: string) => Promise<Purchase> };
};
