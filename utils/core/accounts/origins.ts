import { isSafeUrl, toMatchPattern } from '../values/urls.ts';
import type { Seller } from './account.ts';

/**
 * The host permissions needed before the first request to a seller: for its API, sign-in and offers, else for its
 * origin.
 */
export function requiredMatchPatterns({ origin, endpoints }: Seller): string[] {
  const configured = [endpoints.apiBase, endpoints.issuer, endpoints.offersUrl].filter((url) => url !== undefined);
  const urls = configured.length > 0 ? configured : origin === '' ? [] : [origin];
  return [...new Set(urls.map(toMatchPattern))];
}

/** Whether a checkout or receipt page may be opened: a safe address on an origin the seller listed. */
export function isAllowedCheckoutUrl(url: string, checkoutOrigins: readonly string[]): boolean {
  return isSafeUrl(url) && checkoutOrigins.includes(new URL(url).origin);
}
