import type { Seller, TokenKind } from '../../core/accounts/account.ts';
import type { FieldDefinition, FormDescription, FormValues } from '../../core/forms/form-field.ts';
import type { OfferList } from '../../core/offers/offer.ts';
import type { SellerOrder } from '../../core/orders/seller-order.ts';
import type { ReadPart } from '../../core/page/reading.ts';
import type { PageRecipe } from '../../core/page/recipe.ts';
import type { Card } from '../../core/usage/card.ts';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import type { Money } from '../../core/values/money.ts';

/**
 * A successful response, or a 304. `text` is the body as received, `body` the same parsed as JSON and not validated
 * yet; undefined for a 304 and where it is not JSON. `receivedAt`: our clock.
 */
export type HttpResponse = { status: number; text: string; body: unknown; headers: Headers; receivedAt: number };

/**
 * Access to the seller of one account: adds the authorization, limits time and size, follows no redirect. Its methods
 * throw a `ProviderError` for any other status, and what ky throws when there is no response; see `toFailure`.
 */
export type Client = {
  get: (url: string, headers?: Record<string, string>) => Promise<HttpResponse>;
  postJson: (url: string, body: unknown, headers?: Record<string, string>) => Promise<HttpResponse>;
  postForm: (url: string, fields: Record<string, string>) => Promise<HttpResponse>;
  /** As multipart/form-data. */
  postParts: (url: string, fields: Record<string, string>) => Promise<HttpResponse>;
};

/** Access to what anybody may read: it sends no credentials of any kind. */
export type PublicClient = { get: (url: string) => Promise<HttpResponse> };

/** `lifeMs` null: the seller does not say how long the access token lives. */
export type Tokens = { accessToken: string; lifeMs: number | null; refreshToken: string | null };

type SignInRequest = { redirectUri: string; state: string; challenge: string };
/** What the sign-in page has to come back with. `isIssuerRequired`: its metadata promises the issuer (RFC 9207). */
type ExpectedAnswer = { state: string; issuer: string; isIssuerRequired: boolean };
type SignInGrant = { redirectUri: string; code: string; verifier: string };
type Endpoints = Seller['endpoints'];

type CheckoutRequest = { id: string; cardKey: string; planId: string; cost: Money; allowSecond: boolean };

export type CheckoutResponse =
  | { kind: 'order'; order: SellerOrder }
  | { kind: 'price-changed'; cost: Money }
  | { kind: 'already-open'; id: string };

/** The seller to store, made of what was entered, and the one secret, which is stored apart. */
export type ConnectionConfig = { seller: Seller; secret: string | null };

/** For providers that the user connects by filling in a form; the connect page is made from it. */
export type Form = FormDescription & {
  /** `base` has the provider's id and name, and defaults for everything else. The entries have passed validation. */
  toConnection: (base: Seller, entries: FormValues) => ConnectionConfig;
};

/** What a page said at `readAt` (our clock), and how long that may be shown as current. */
export type PageFigures = {
  accountKey: string | null;
  recipe: PageRecipe;
  parts: readonly ReadPart[];
  readAt: number;
  validForMs: number;
};

/** A seller, or a kind of seller, as one plain object. An ability it does not have is left out, and has no button. */
export type Provider = {
  id: string;
  /** For sellers found by their address. Throws if there is no such seller. `known`: as it was found before. */
  findSeller?: (client: PublicClient, origin: string, known?: Seller) => Promise<Seller>;
  /** For a seller found by its address: what the user has to enter before there is a card. */
  setup?: {
    fields: readonly FieldDefinition[];
    toConnection: (found: Seller, entries: FormValues) => ConnectionConfig;
  };
  /** For providers chosen from the list. */
  form?: Form;
  /**
   * All cards of an account; `previous` is the account's last snapshot, for its ETag. `readPage`: reads the page that
   * the user has pointed at, for a seller with nothing else; throws an `UnreadPageError` where it tells no figure.
   */
  readCards: (
    client: Client,
    seller: Seller,
    previous: UsageSnapshot | null,
    readPage?: () => Promise<PageFigures>,
  ) => Promise<UsageSnapshot>;
  /** Answers only on its own network: no answer, or one of another server, means that the computer is elsewhere. */
  isLocalNetwork?: boolean;
  /**
   * Its session is a cookie: requests send those that the browser keeps, and the headers `cookie` and `referer`, for
   * which there is a browser rule. Those of all other providers never do.
   */
  sendsCookies?: boolean;
  /** How the secret authorizes requests; if left out: as a Bearer token. */
  auth?: {
    headers?: (secret: string) => Record<string, string>;
    /** For servers that exchange the secret for a short-lived token; `client` sends no credentials. */
    exchange?: (client: Client, seller: Seller, secret: string) => Promise<Tokens>;
  };
  signIn?: {
    /** Throws a `NotVouchedError` unless the sign-in vouches for the seller's API. */
    confirmApi: (client: PublicClient, seller: Seller) => Promise<void>;
    /** The same, then the endpoints, to be stored with the account, the page to open, and what it has to answer. */
    start: (
      client: PublicClient,
      seller: Seller,
      request: SignInRequest,
    ) => Promise<{ url: string; endpoints: Endpoints; expected: ExpectedAnswer }>;
    /** The code in the redirect's URL; throws if the redirect is not the answer to this request. */
    parseCode: (redirectedTo: string, expected: ExpectedAnswer) => string | Promise<string>;
    finish: (client: Client, endpoints: Endpoints, grant: SignInGrant) => Promise<Tokens>;
    refresh: (client: Client, endpoints: Endpoints, refreshToken: string) => Promise<Tokens>;
    revoke: (client: Client, endpoints: Endpoints, token: string, tokenKind: TokenKind) => Promise<void>;
  };
  offers?:
    | { isPublic?: false; list: (client: Client, seller: Seller, card: Card) => Promise<OfferList> }
    /** Anybody may read them: requested without credentials. */
    | { isPublic: true; list: (client: PublicClient, seller: Seller, card: Card) => Promise<OfferList> };
  checkout?: { start: (client: Client, seller: Seller, request: CheckoutRequest) => Promise<CheckoutResponse> };
  orders?: { getStatus: (client: Client, seller: Seller, id: string) => Promise<SellerOrder> };
};
