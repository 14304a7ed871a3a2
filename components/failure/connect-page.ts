import type { Account, Seller } from '../../utils/core/accounts/account.ts';

/** The connect page as it was used before: with the seller's address or with the provider chosen. */
export function connectPageOf({ origin, providerId, signIn, cardToken }: Seller): string {
  return connectPage(signIn || cardToken ? { seller: origin } : { provider: providerId });
}

/** The form for a card by hand, with what stays true of this one: not its figures, which are old. */
export function manualFormOf({ seller }: Account, title: string): string {
  return connectPage({ provider: 'manual', name: title, gb: String(seller.byteUnit) });
}

function connectPage(entries: Record<string, string>): string {
  return `connect.html?${new URLSearchParams(entries)}`;
}
