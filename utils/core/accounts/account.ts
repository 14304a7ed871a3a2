import type { ManualPlan } from '../manual/manual-plan.ts';
import type { ByteUnit, TypedAmount } from '../values/bytes.ts';
import type { Money } from '../values/money.ts';
import { minuteMs } from '../values/time.ts';

/** Who measures the usage: the network, the hotspot itself, or the user, who enters it manually. */
export type UsageMeter = 'network' | 'hotspot' | 'user';

/**
 * What the user usually buys where a card is renewed, as they entered it: no page tells it before. Null members: not
 * entered.
 */
export type UsualPurchase = { planName: string | null; amount: TypedAmount | null; cost: Money | null };

/**
 * How a seller's own page is read. `isKeptUpToDate`: by itself and on visits, for which the user has allowed its site;
 * else only when they press. `namesAccount` false: nothing on it tells whose figures it shows. `topUpUrl`,
 * `usualPurchase` null: not told.
 */
export type SellerPage = {
  isKeptUpToDate: boolean;
  namesAccount: boolean;
  topUpUrl: string | null;
  usualPurchase: UsualPurchase | null;
};

/**
 * A seller as described by its discovery document, its provider or the user. No secrets: the popup may read all of it.
 */
export type Seller = {
  providerId: string;
  /**
   * The origin of its API: of the address the user typed, or the provider's. Empty: none, all data is entered manually.
   */
  origin: string;
  name: string;
  byteUnit: ByteUnit;
  /** The only origins a checkout or receipt page may have. */
  checkoutOrigins: string[];
  accountUrl: string | null;
  support: { url: string | null; email: string | null; phone: string | null };
  /** How late its usage data usually is; null if the seller does not say. */
  dataDelayMs: number | null;
  /** How long it usually takes from payment until a plan is credited. */
  creditMs: number;
  /** Authentication methods of a seller found by its address: browser sign-in, a token for each card. */
  signIn: boolean;
  cardToken: boolean;
  meteredBy: UsageMeter;
  /** The plan as the user entered it; null where the seller reports usage itself. */
  manualPlan: ManualPlan | null;
  /** Null where the figures are read from no page. */
  page: SellerPage | null;
  /** URLs only the adapter interprets, under keys it chooses. */
  endpoints: Record<string, string>;
};

/** A seller with only its provider and name known; everything else has its default. */
export function defaultSeller(providerId: string, name: string): Seller {
  return {
    providerId,
    origin: '',
    name,
    byteUnit: 1000,
    checkoutOrigins: [],
    accountUrl: null,
    support: { url: null, email: null, phone: null },
    dataDelayMs: null,
    creditMs: 5 * minuteMs,
    signIn: false,
    cardToken: false,
    meteredBy: 'network',
    manualPlan: null,
    page: null,
    endpoints: {},
  };
}

/** What a seller's document says now, to which the user has not agreed. `name`, `endpoints` null: no change. */
export type SellerProposal = {
  name: string | null;
  endpoints: Seller['endpoints'] | null;
  /** Payment origins beside those listed so far; asked about on the order that needs one. */
  checkoutOrigins: string[];
  /** The user has answered "not now". */
  isDismissed: boolean;
};

/** All times by our clock; 0: never, or before it was stored. */
export type Account = {
  id: string;
  seller: Seller;
  /** The seller's id of the account; null until the first response, or where the seller has none. */
  accountKey: string | null;
  addedAt: number;
  /** When the seller's document was last read. */
  discoveredAt: number;
  /** When its sign-in was last seen to vouch for its API. */
  vouchedAt: number;
  proposal: SellerProposal | null;
  /** Proposals the user has answered, as `proposalText` writes them, the latest first: each is asked about once. */
  answered: string[];
  /** Another after each sign-in and each change of what was entered. */
  connectionId: string;
};

/** A new account of a seller that was just discovered, declared or entered, and vouched for where it has a sign-in. */
export function newAccount(id: string, seller: Seller, now: number): Account {
  const times = { addedAt: now, discoveredAt: now, vouchedAt: now };
  return { id, seller, accountKey: null, ...times, proposal: null, answered: [], connectionId: id };
}

/** Where tokens are revoked: it is kept beside them, because the account may be gone or unreadable by then. */
export type RevocationTarget = Pick<Seller, 'providerId' | 'endpoints'>;

/**
 * Secrets: they must never leave the background. access-token: of a sign-in that gave no refresh token, used until it
 * ends. `revocation` null: not known, or there is nothing to revoke.
 */
export type Credentials = {
  kind: 'refresh-token' | 'access-token' | 'card-token';
  token: string;
  revocation: RevocationTarget | null;
};

/** `expiresAt`: our clock. `lifeMs`: the whole lifetime of the token. Null where the seller did not say. */
export type AccessToken = { token: string; expiresAt: number | null; lifeMs: number | null };

/** RFC 7009, section 2.1. */
export type TokenKind = 'refresh_token' | 'access_token';

/** A token revocation that has not reached the seller yet: retried at `nextAt`, dropped at `until` (our clock). */
export type Revocation = RevocationTarget & {
  id: string;
  token: string;
  tokenKind: TokenKind;
  until: number;
  nextAt: number;
};

/** A sign-in in progress. */
export type SignInAttempt = { origin: string; state: string; verifier: string };
