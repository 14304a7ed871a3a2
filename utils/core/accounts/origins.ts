import { safeHref, toMatchPattern } from '../values/urls.ts';
import type { Account, Seller } from './account.ts';

/** What the host permissions of a seller depend on. `page`: as in `Seller`; left out: null. */
export type SellerHosts = Pick<Seller, 'origin' | 'endpoints'> & Partial<Pick<Seller, 'page'>>;

/**
 * The host permissions needed before the first request to a seller: for its API, sign-in and offers, else for its
 * origin. None for a page that is read only when the user presses.
 */
export function requiredMatchPatterns({ origin, endpoints, page = null }: SellerHosts): string[] {
  if (page?.isKeptUpToDate === false) return [];
  const configured = [endpoints.apiBase, endpoints.issuer, endpoints.offersUrl].filter((url) => url !== undefined);
  const urls = configured.length > 0 ? configured : origin === '' ? [] : [origin];
  return [...new Set(urls.filter((url) => URL.canParse(url)).map(toMatchPattern))];
}

/** All host permissions that an account of the seller may have been given. */
export function grantedMatchPatterns(seller: SellerHosts): string[] {
  const { tokenEndpoint, revocationEndpoint } = seller.endpoints;
  return [...new Set([...requiredMatchPatterns(seller), ...patternsOf([tokenEndpoint, revocationEndpoint])])];
}

/** The host permissions without which its tokens cannot be revoked. */
export function revocationMatchPatterns({ endpoints }: Pick<Seller, 'endpoints'>): string[] {
  return patternsOf([endpoints.revocationEndpoint]);
}

function patternsOf(urls: readonly (string | undefined)[]): string[] {
  return urls.filter((url) => url !== undefined).map(toMatchPattern);
}

/** The address of a checkout or receipt page, as it is opened; null: not a safe one on an origin the seller listed. */
export function allowedCheckoutHref(url: string, checkoutOrigins: readonly string[]): string | null {
  const href = safeHref(url);
  return href !== null && checkoutOrigins.includes(new URL(href).origin) ? href : null;
}

/**
 * Whether a checkout page may be opened. new-origin: the seller names its origin only since it was connected, so the
 * user has to agree · not-listed: it is not named, or the address is not safe (`href` null).
 */
export type PageVerdict =
  | { kind: 'allowed'; href: string }
  | { kind: 'new-origin'; href: string; origin: string }
  | { kind: 'not-listed'; href: string | null };

export function checkoutPageVerdict(
  url: string,
  { seller, proposal }: Pick<Account, 'seller' | 'proposal'>,
): PageVerdict {
  const href = safeHref(url);
  if (href === null) return { kind: 'not-listed', href };
  const { origin } = new URL(href);
  if (seller.checkoutOrigins.includes(origin)) return { kind: 'allowed', href };
  return proposal?.checkoutOrigins.includes(origin)
    ? { kind: 'new-origin', href, origin }
    : { kind: 'not-listed', href };
}

/** The account after the user has agreed to a payment origin that its seller names now; another one changes nothing. */
export function withCheckoutOrigin(account: Account, origin: string): Account {
  const { seller, proposal } = account;
  if (!proposal?.checkoutOrigins.includes(origin)) return account;
  return {
    ...account,
    seller: { ...seller, checkoutOrigins: [...seller.checkoutOrigins, origin] },
    proposal: { ...proposal, checkoutOrigins: proposal.checkoutOrigins.filter((one) => one !== origin) },
  };
}
