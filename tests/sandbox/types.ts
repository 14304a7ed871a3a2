import type { Snapshot } from './data/snapshot.ts';
import type { Card, Module, Offer, Plan, Transaction } from './wire.ts';

export type { Card, Module, Money, Offer, Plan, Transaction, TransactionStatus } from './wire.ts';

/** Milliseconds from payment to the data's arrival; `queued`: arrives at once, starts when the present plan ends. */
export type CreditDelay = number | 'never' | 'queued';

export type SellerOptions = {
  /** A file's path; `:memory:` by default. An existing file keeps its rows. */
  database?: string;
  /** 0 (the default) is any free port. */
  ports?: { seller?: number; pay?: number; console?: number };
  /** `false`: discovery is sent without Access-Control-Allow-Origin. */
  cors?: boolean;
  /** `oauth` by default. */
  signIn?: 'oauth' | 'card-token' | 'both';
  byteUnit?: 1000 | 1024;
  /** Both accounts get one ETag, so that a client that shares ETags between accounts is found out. */
  equalEtags?: boolean;
  /** `false`: planStatus names no accountKey. */
  accountKeys?: boolean;
  /** `max-age` of planStatus; `null` sends no Cache-Control. 60 by default. */
  maxAgeS?: number | null;
  /** 3600 by default. */
  accessTokenLifeS?: number;
  /** 60 by default; 0 makes every authorization code come too late. */
  authorizationCodeLifeS?: number;
  /** 1500 by default. */
  creditDelayMs?: CreditDelay;
  /** From updateTime to expireTime; 6 hours by default. */
  expireAfterS?: number;
  /** How long a checkout page can be paid; 1800 by default. */
  checkoutLifeS?: number;
  /** `false`: a 304 comes without Last-Modified and Expires. */
  timesOn304?: boolean;
  /** Another host name for the same listeners, to make further origins. */
  hosts?: { api?: 'localhost'; pay?: 'localhost'; issuer?: 'localhost' };
  /** The checkout pages lie on the seller's own origin. */
  singleOrigin?: boolean;
  /** Section 8: discovery without apiBase, with an offersUrl. */
  noServer?: boolean;
  /** Laid over the discovery document; `undefined` leaves a member out. */
  discovery?: Record<string, unknown>;
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
  /** How many requests it hits; for ever by default. */
  times?: number;
  /** Of 403; ACCOUNT_SUSPENDED by default. */
  cause?: 'USER_OPT_OUT' | 'ACCOUNT_SUSPENDED' | 'INELIGIBLE_FOR_SERVICE';
};

/** One request to the seller's or the pay origin, logged when it arrives. */
export type RequestEntry = {
  readonly method: string;
  /** `/v1/planStatus` */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** 0 until the answer's head is sent; stays 0 where the socket was cut. */
  readonly status: number;
  readonly at: number;
  readonly headers: { readonly ifNoneMatch?: string; readonly authorizationHash?: string };
  /** Head and body; set once the answer is finished. */
  readonly bytesOut: number;
};

/** Laid over what is stored; `undefined` removes a member. Deliberately loose: malformed answers are made with it. */
export type Patch<T> = { [K in keyof T]?: unknown } & Record<string, unknown>;

export type Tokens = { accessToken: string; refreshToken: string };

export type Seller = {
  readonly url: string;
  readonly payUrl: string;
  readonly consoleUrl: string;
  /** What discovery says, where `hosts` gives them another origin than `url`. */
  readonly apiBase: string;
  readonly issuer: string;

  readonly requests: readonly RequestEntry[];
  /** The next request FINISHED after this call; a string matches the path exactly. */
  nextRequest(match: string | ((entry: RequestEntry) => boolean)): Promise<RequestEntry>;
  count(path: string): number;

  fault(fault: Fault): void;
  clearFaults(): void;
  readonly faults: readonly Readonly<Fault>[];

  /** As planStatus would send it now. */
  card(cardKey: string): Card;
  /** All cards, or those of one account, dead ones (reissued) left out. */
  cards(accountKey?: string): Card[];
  use(cardKey: string, bytes: number): void;
  /** Sets the main module's remainingBytes, and leaves its quota. */
  setLeft(cardKey: string, bytes: number): void;
  /** `reissued: true` kills its userKey: gone from planStatus, 410 BAD_CPID elsewhere. */
  setCard(cardKey: string, patch: Patch<Card> & { reissued?: boolean }): void;
  setPlan(cardKey: string, planId: string, patch: Patch<Plan>): void;
  setModule(cardKey: string, moduleId: string, patch: Patch<Module>): void;
  /** 0 stops it. */
  useSteadily(cardKey: string, bytesPerSecond: number): void;
  /** Moves the stored times of the card's plan so that it ends that soon; negative: ended that long ago. */
  jumpToExpiry(cardKey: string, msBeforeExpiry: number): void;

  offers(cardKey: string): Offer[];
  setOffer(cardKey: string, planId: string, patch: Patch<Offer>): void;

  setCreditDelay(delay: CreditDelay): void;
  setAccessTokenLife(seconds: number): void;
  setMaxAge(seconds: number | null): void;
  setExpireAfter(seconds: number): void;

  /** Newest first, of all accounts. */
  transactions(): Transaction[];
  transaction(id: string): Transaction;
  pay(id: string): void;
  decline(id: string): void;
  cancel(id: string): void;
  expire(id: string): void;
  /** Credits a paid purchase now; a QUEUED one starts now. */
  credit(id: string): void;
  refund(id: string): void;

  /** For tests that skip the sign-in page. */
  issueTokens(accountKey: string): Tokens;
  /** Refreshing answers invalid_grant from now on, and access tokens 401. */
  revokeAll(accountKey: string): void;
  /** Access tokens answer 401 from now on; refreshing works. */
  expireAccessTokens(accountKey: string): void;
  cardToken(accountKey: string): string;
  revokeCardToken(accountKey: string): void;
  /** The one-time code last made for that number. */
  lastCode(phone: string): string | null;
  /** A new account with one fresh card; returns its accountKey. */
  register(phone: string, name: string): string;

  /** Back to the seed: cards, offers, purchases, settings, faults. Sign-ins of the seeded accounts and the log stay. */
  reset(): void;
  /** All it has saved: cards, offers, purchases, sign-ins. */
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
  close(): Promise<void>;
};
