import type { Seller } from '../../core/accounts/account.ts';

/** `path`: begins with a slash. */
export function apiUrl({ endpoints }: Seller, path: string): string {
  return `${endpoints.apiBase?.replace(/\/$/, '')}${path}`;
}
