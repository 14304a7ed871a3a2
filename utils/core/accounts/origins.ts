import { isSafeUrl, toMatchPattern } from '../values/urls.ts';
import type { Seller } from './account.ts';

/** What must be readable before anything is asked of a seller: where its API and its sign-in are, else its own origin. */
export function requiredMatchPatterns({ origin, endpoints }: Seller): string[] {
  const named = [endpoints.apiBase, endpoints.issuer, endpoints.offersUrl].filter((url) => url !== undefined);
  const urls = named.length > 0 ? named : origin === '' ? [] : [origin];
  return [...new Set(urls.map(toMatchPattern))];
}

/** Whether a checkout or receipt page may be opened: a safe address on an origin the seller listed. */
export function isAllowedCheckoutUrl(url: string, checkoutOrigins: readonly string[]): boolean {
  return isSafeUrl(url) && checkoutOrigins.includes(new URL(url).origin);
}
