import type { Seller } from '../../core/accounts/account.ts';
import type { FieldDefinition, FormDescription, FormValues } from '../../core/forms/form-field.ts';
import type { OfferList } from '../../core/offers/offer.ts';
import type { SellerOrder } from '../../core/orders/seller-order.ts';
import type { Card } from '../../core/usage/card.ts';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import type { Money } from '../../core/values/money.ts';

/**
 * A good answer, or 304. `text` is what came, `body` the same as parsed JSON, not checked yet; undefined on 304 and
 * where it is no JSON. `receivedAt`: our clock.
 */
export type HttpResponse = { status: number; text: string; body: unknown; headers: Headers; receivedAt: number };

/**
 * One account's way to its seller: adds what authorizes it, bounds time and size, follows no redirect. Its methods
 * throw an `AnswerError` for any other status, and what ky throws when there is no answer; `toFailure` tells them apart.
 */
export type Client = {
  get: (url: string, headers?: Record<string, string>) => Promise<HttpResponse>;
  postJson: (url: string, body: unknown, headers?: Record<string, string>) => Promise<HttpResponse>;
  postForm: (url: string, fields: Record<string, string>) => Promise<HttpResponse>;
  /** As multipart/form-data. */
  postParts: (url: string, fields: Record<string, string>) => Promise<HttpResponse>;
};

/** `lifeMs` null: the seller does not say how long the access token lives. */
export type Tokens = { accessToken: string; lifeMs: number | null; refreshToken: string | null };

export type SignInRequest = { redirectUri: string; state: string; challenge: string };
export type SignInGrant = { redirectUri: string; code: string; verifier: string };
export type Endpoints = Seller['endpoints'];

export type CheckoutRequest = { id: string; cardKey: string; planId: string; cost: Money; allowSecond: boolean };

export type CheckoutResponse =
  | { kind: 'order'; order: SellerOrder }
  | { kind: 'price-changed'; cost: Money }
  | { kind: 'already-open'; id: string };

/** What was entered, as a seller to keep, and the one secret of it, which is kept apart. */
export type ConnectionConfig = { seller: Seller; secret: string | null };

/** Connected by what the person enters in a form; the connect page is made from it. */
export type Form = FormDescription & {
  /** `base` has the provider's id and name, and a default for all else. The entries have passed the fields' checks. */
  open: (base: Seller, entries: FormValues) => ConnectionConfig;
};

/** A seller, or a kind of sellers, as one plain object. An ability it lacks is a bundle it lacks. */
export type Provider = {
  id: string;
  /** For sellers known by their address: what is there. Throws where there is no such seller; sends no credentials. */
  findSeller?: (client: Client, origin: string) => Promise<Seller>;
  /** What a seller found by its address needs to be told before it has a card. */
  setup?: { fields: readonly FieldDefinition[]; open: (found: Seller, entries: FormValues) => ConnectionConfig };
  /** For providers chosen from the list. */
  form?: Form;
  /** All cards of an account; `previous` is the account's own last reading, for its ETag. */
  readCards: (client: Client, seller: Seller, previous: UsageSnapshot | null) => Promise<UsageSnapshot>;
  /** Answers only on its own network: no answer, or a stranger's, means the computer is elsewhere. */
  isLocalNetwork?: boolean;
  /** Its session is a cookie, the browser's own: requests carry cookies. All others never do. */
  sendsCookies?: boolean;
  /** The address its server wants to be asked from. A rule of the browser adds it, for that host and us alone. */
  referer?: (seller: Seller) => string;
  /** How the secret authorizes; a bundle left out: as a Bearer token. */
  auth?: {
    /** The headers each request carries. */
    headers?: (secret: string) => Record<string, string>;
    /** For servers that give a short-lived token for the secret; `client` carries no credentials. */
    exchange?: (client: Client, seller: Seller, secret: string) => Promise<Tokens>;
  };
  signIn?: {
    /** The seller's endpoints (to be kept with the account) and the page to open. */
    start: (client: Client, seller: Seller, start: SignInRequest) => Promise<{ url: string; endpoints: Endpoints }>;
    /** The code the page came back with; throws where the answer is not meant for us. */
    parseCode: (returned: string, state: string, endpoints: Endpoints) => string;
    finish: (client: Client, endpoints: Endpoints, end: SignInGrant) => Promise<Tokens>;
    refresh: (client: Client, endpoints: Endpoints, refreshToken: string) => Promise<Tokens>;
    revoke: (client: Client, endpoints: Endpoints, token: string) => Promise<void>;
  };
  offers?: {
    /** Asked without credentials. */
    isPublic?: boolean;
    list: (client: Client, seller: Seller, card: Card) => Promise<OfferList>;
  };
  checkout?: { start: (client: Client, seller: Seller, wish: CheckoutRequest) => Promise<CheckoutResponse> };
  orders?: { getStatus: (client: Client, seller: Seller, id: string) => Promise<SellerOrder> };
};
