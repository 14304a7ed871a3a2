import { isLoopback } from '../values/urls.ts';
import type { Seller } from './account.ts';

/* Whose API a credential is for: section 2 of the account API (utils/providers/account-api/README.md). */

/** The origin whose host stands for the seller: of the document, without a `www.` that was found to be optional. */
export function sellerOrigin({ origin, endpoints }: Pick<Seller, 'origin' | 'endpoints'>): string {
  return endpoints.documentOrigin ?? origin;
}

/**
 * Whether a host is that of `base` or below it. On this computer the port tells servers apart, and has to be the same.
 */
export function isAtOrBelow(url: string, base: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(base)) return false;
  const { hostname, origin } = new URL(url);
  const above = new URL(base);
  if (isLoopback(above.hostname)) return origin === above.origin;
  return hostname === above.hostname || hostname.endsWith(`.${above.hostname}`);
}

/**
 * Whether the seller's sign-in vouches for its API: its metadata lists it among `protectedResources` (RFC 9728), by its
 * address or its origin, or both are the seller's own by their hosts.
 */
export function isVouchedFor(seller: Seller, protectedResources: readonly string[]): boolean {
  const { apiBase = '', issuer = '' } = seller.endpoints;
  const own = sellerOrigin(seller);
  if (isAtOrBelow(apiBase, own) && isAtOrBelow(issuer, own)) return true;
  const names = [normalized(apiBase), URL.canParse(apiBase) ? new URL(apiBase).origin : null];
  return protectedResources.some((resource) => names.includes(normalized(resource)));
}

/** An address as the URL standard writes it, without a slash at its end; null: none. */
function normalized(url: string): string | null {
  return URL.canParse(url) ? new URL(url).href.replace(/\/$/, '') : null;
}
