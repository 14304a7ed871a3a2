import type { Snapshot } from './data/snapshot.ts';
import type { ServerIdentity } from './http/certificate.ts';
import type { Card, Module, Offer, Plan, Transaction } from './wire.ts';

export type { Card, Module, Offer, Plan, Transaction } from './wire.ts';

/** Milliseconds from payment to credit; `queued`: credited at once, starts when the active plan ends. */
export type CreditDelay = number | 'never' | 'queued';

export type SellerOptions = {
  /** A file path; `:memory:` by default. An existing file keeps its rows. */
  database?: string;
  /** 0 (the default): any free port. */
  ports?: { seller?: number; pay?: number; console?: number };
  /** All of it is served over TLS. */
  identity?: ServerIdentity;
  /** Answers are packed (gzip). */
  packsAnswers?: boolean;
  /** `false`: discovery is sent without Access-Control-Allow-Origin. */
  cors?: boolean;
  /** `oauth` by default. */
  signIn?: 'oauth' | 'card-token' | 'both';
  byteUnit?: 1000 | 1024;
  /** Both accounts get the same ETag, to reveal a client that shares ETags between accounts. */
  equalEtags?: boolean;
  /** `false`: planStatus has no accountKey. */
  accountKeys?: boolean;
  /** `max-age` of planStatus; `null` sends no Cache-Control. 60 by default. */
  maxAgeS?: number | null;
  /** 3600 by default. */
  accessTokenLifeS?: number;
  /** 60 by default; with 0 all authorization codes are expired. */
  authorizationCodeLifeS?: number;
  /** 1500 by default. */
  creditDelayMs?: CreditDelay;
  /** From updateTime to expireTime; 6 hours by default. */
  expireAfterS?: number;
  /** How long a checkout can be paid; 1800 by default. */
  checkoutLifeS?: number;
  /** `false`: a 304 has no Last-Modified and no Expires. */
  timesOn304?: boolean;
  /** Another host name for the same listeners, which makes further origins. */
  hosts?: { api?: 'localhost'; pay?: 'localhost'; issuer?: 'localhost' };
  /** The checkout pages are on the seller's own origin. */
  singleOrigin?: boolean;
  /** A revoked refresh token takes nothing along: neither its access tokens nor those that came after it. */
  revokesOneToken?: boolean;
  /** Section 8 of the account API: discovery without apiBase, with an offersUrl. */
  noServer?: boolean;
  /** Merged into the discovery document; `undefined` removes a member. */
  discovery?: Record<string, unknown>;
  /** Merged into the sign-in's metadata (RFC 8414); `undefined` removes a member. */
  metadata?: Record<string, unknown>;
};

export type FaultKind =
  | 'offline'
  | 'slow'
  | 'hang'
  | '401'
  | '403'
  | '429'
  | '503'
  | 'html'
  | 'truncated'
  | 'wrong-types'
  | 'redirect'
  | 'empty'
  | 'huge';

export type FaultPlace = 'planStatus' | 'planOffer' | 'checkout' | 'transactions' | 'token' | 'discovery';

export type Fault = {
  kind: FaultKind;
  /** The four API routes by default; `all` adds token and discovery. */
  on?: FaultPlace | 'all';
  /** Retry-After of 429 and 503: seconds or an HTTP date. */
  retryAfter?: string;
  /** Of `slow`; 1000 by default. */
  delayMs?: number;
  /** How many requests it applies to; all by default. */
  times?: number;
  /** Of 403; ACCOUNT_SUSPENDED by default. */
  cause?: 'USER_OPT_OUT' | 'ACCOUNT_SUSPENDED' | 'INELIGIBLE_FOR_SERVICE';
};

/** One request to the seller's or the pay origin, logged on arrival. */
export type RequestEntry = {
  readonly method: string;
  /** `/v1/planStatus` */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** 0 until the response headers are sent; stays 0 if the socket was destroyed. */
  readonly status: number;
  readonly at: number;
  readonly headers: { readonly ifNoneMatch?: string; readonly authorizationHash?: string };
  /** Headers and body of the response, before TLS; set once it is finished. */
  readonly bytesOut: number;
  /** The request's line and headers, before TLS. */
  readonly bytesIn: number;
};

/**
 * Merged into the stored value; `undefined` removes a member. Loosely typed, so that tests can make malformed
 * responses.
 */
export type Patch<T> = { [K in keyof T]?: unknown } & Record<string, unknown>;

export type Tokens = { accessToken: string; refreshToken: string };

export type Seller = {
  readonly url: string;
  readonly payUrl: string;
  readonly consoleUrl: string;
  /** As in discovery; with `hosts` on another origin than `url`. */
  readonly apiBase: string;
  readonly issuer: string;

  readonly requests: readonly RequestEntry[];
  /** The next request that finishes after this call; a string matches the path exactly. */
  nextRequest(match: string | ((entry: RequestEntry) => boolean)): Promise<RequestEntry>;
  count(path: string): number;

  fault(fault: Fault): void;
  clearFaults(): void;
  readonly faults: readonly Readonly<Fault>[];

  /** As planStatus would send it now. */
  card(cardKey: string): Card;
  /** All cards, or those of one account, without reissued ones. */
  cards(accountKey?: string): Card[];
  /** Fresh ones, without offers; their keys begin with `c_more_`. */
  addCards(accountKey: string, count: number): void;
  use(cardKey: string, bytes: number): void;
  /** Sets the main module's remainingBytes, not its quota. */
  setLeft(cardKey: string, bytes: number): void;
  /** `reissued: true` invalidates its userKey: missing from planStatus, 410 BAD_CPID elsewhere. */
  setCard(cardKey: string, patch: Patch<Card> & { reissued?: boolean }): void;
  setPlan(cardKey: string, planId: string, patch: Patch<Plan>): void;
  setModule(cardKey: string, moduleId: string, patch: Patch<Module>): void;
  /** 0: no usage. */
  useSteadily(cardKey: string, bytesPerSecond: number): void;
  /** As before its first use, with all its data: its plans begin when it is used, or lapse that long from now. */
  setUnstarted(cardKey: string, msBeforeLapse: number): void;
  /** Shifts the stored times of the card so that its plan ends then; negative: it ended that long ago. */
  jumpToExpiry(cardKey: string, msBeforeExpiry: number): void;

  offers(cardKey: string): Offer[];
  setOffer(cardKey: string, planId: string, patch: Patch<Offer>): void;

  setCreditDelay(delay: CreditDelay): void;
  setAccessTokenLife(seconds: number): void;
  setMaxAge(seconds: number | null): void;
  setExpireAfter(seconds: number): void;

  /** Of all accounts, newest first. */
  transactions(): Transaction[];
  transaction(id: string): Transaction;
  pay(id: string): void;
  decline(id: string): void;
  cancel(id: string): void;
  expire(id: string): void;
  /** Credits a paid purchase now; starts a QUEUED one now. */
  credit(id: string): void;
  refund(id: string): void;

  /** For tests that skip the sign-in page. */
  issueTokens(accountKey: string): Tokens;
  /** How many of an account's access and refresh tokens are neither revoked, used nor expired. */
  countLiveTokens(accountKey: string): number;
  /** From now on refreshing answers invalid_grant, and access tokens answer 401. */
  revokeAll(accountKey: string): void;
  /** From now on access tokens answer 401; refreshing works. */
  expireAccessTokens(accountKey: string): void;
  cardToken(accountKey: string): string;
  revokeCardToken(accountKey: string): void;
  /** The last one-time code for that number. */
  lastCode(phone: string): string | null;
  /** A new account with one fresh card; returns its accountKey. */
  register(phone: string, name: string): string;

  /** Restores the seed: cards, offers, purchases, settings, faults. Tokens of the seeded accounts and the log stay. */
  reset(): void;
  /** The next request to this path is carried out, but its answer waits until the returned function is called. */
  holdNextAnswer(path: string): () => void;
  /** All stored data: cards, offers, purchases, tokens. */
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
  close(): Promise<void>;
};
