import type { ManualPlan } from '../manual/manual-plan.ts';
import type { ByteUnit } from '../values/bytes.ts';
import { minuteMs } from '../values/time.ts';

/** Whose count a figure is: the network's, a hotspot's own, or what the person entered. */
export type UsageMeter = 'network' | 'hotspot' | 'user';

/** A seller as its discovery, its provider or the person describes it. No secrets: the popup may read all of it. */
export type Seller = {
  providerId: string;
  /** Where it answers: of the address the person typed, or the provider's own. Empty: nowhere, all is entered. */
  origin: string;
  name: string;
  byteUnit: ByteUnit;
  /** The only origins a checkout or receipt page may have. */
  checkoutOrigins: string[];
  accountUrl: string | null;
  support: { url: string | null; email: string | null; phone: string | null };
  /** How late its figures usually are; null if it does not say. */
  dataDelayMs: number | null;
  /** How long a paid plan usually takes to arrive. */
  creditMs: number;
  /** Ways to sign in at a seller found by its address. */
  signIn: boolean;
  cardToken: boolean;
  meteredBy: UsageMeter;
  /** What the person entered of the plan, where that is all there is. */
  manualPlan: ManualPlan | null;
  /** Addresses only the adapter understands, by its own names. */
  endpoints: Record<string, string>;
};

/** A seller of which nothing is known but who it is. */
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
    endpoints: {},
  };
}

/** `accountKey` stands for the account at its seller; null until the first answer, or where the seller has none. */
export type Account = { id: string; seller: Seller; accountKey: string | null; addedAt: number };

/** What may never leave the background. */
export type Credentials = { kind: 'refresh-token'; token: string } | { kind: 'card-token'; token: string };

/** `expiresAt` and `lifeMs` by our clock; null where the seller did not say. */
export type AccessToken = { token: string; expiresAt: number | null; lifeMs: number | null };

/** A sign-out the seller has not heard of yet; only the token is kept, until `until`. */
export type Revocation = {
  id: string;
  providerId: string;
  endpoints: Record<string, string>;
  token: string;
  until: number;
  nextAt: number;
};

/** A sign-in under way. */
export type SignInAttempt = { origin: string; state: string; verifier: string };
