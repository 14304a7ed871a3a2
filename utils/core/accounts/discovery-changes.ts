import type { Account, Seller, SellerProposal } from './account.ts';
import { isAtOrBelow, sellerOrigin } from './api-trust.ts';

/* What a seller's document that is read again may change: section 1 of the account API. */

/**
 * The account after its seller's document was read again as `found`. Taken over: links, support, units, delays, payment
 * origins at or below the seller's host, the path of its offers and, with `isApiVouchedFor`, of its API. Everything
 * else becomes a proposal, about which the user is asked once.
 */
export function withDiscovery(account: Account, found: Seller, isApiVouchedFor: boolean): Account {
  const { seller } = account;
  const isSameServer = hasSameConnection(seller, found);
  const { accountUrl, support, byteUnit, dataDelayMs, creditMs } = found;
  const { apiBase, offersUrl } = found.endpoints;
  const endpoints = {
    ...seller.endpoints,
    ...(isSameServer && isApiVouchedFor && apiBase !== undefined ? { apiBase } : {}),
    ...(isSameServer && offersUrl !== undefined ? { offersUrl } : {}),
  };
  const isListed = (origin: string) =>
    seller.checkoutOrigins.includes(origin) || isAtOrBelow(origin, sellerOrigin(seller));
  const checkoutOrigins = found.checkoutOrigins.filter(isListed);
  const cardToken = isSameServer ? found.cardToken : seller.cardToken;
  const next = {
    ...seller,
    accountUrl,
    support,
    byteUnit,
    dataDelayMs,
    creditMs,
    cardToken,
    checkoutOrigins,
    endpoints,
  };
  const proposal = {
    name: found.name === seller.name ? null : found.name,
    endpoints: isSameServer ? null : found.endpoints,
    checkoutOrigins: found.checkoutOrigins.filter((origin) => !isListed(origin)),
    isDismissed: false,
  };
  return { ...account, seller: next, proposal: nextProposal(account, proposal) };
}

/** Whether the API's path has changed on the same origin: then its sign-in has to vouch for it anew. */
export function hasMovedApi(seller: Seller, found: Seller): boolean {
  return hasSameConnection(seller, found) && seller.endpoints.apiBase !== found.endpoints.apiBase;
}

/**
 * What the card says of a proposal: the name and the hosts before and after; null: nothing, or the user has answered.
 */
export function shownProposal({ seller, proposal }: Account): ProposalText | null {
  if (!proposal || proposal.isDismissed || (proposal.name === null && proposal.endpoints === null)) return null;
  return {
    oldName: seller.name,
    newName: proposal.name ?? seller.name,
    oldHosts: connectionHosts(seller.endpoints),
    newHosts: connectionHosts(proposal.endpoints ?? seller.endpoints),
    needsSignIn: proposal.endpoints !== null,
  };
}

/**
 * The account after the user's answer. A new name is all that is taken over by a yes: another sign-in or API needs a
 * new sign-in, and a payment origin is agreed to on its order.
 */
export function withAnswer(account: Account, isAccepted: boolean): Account {
  const { seller, proposal } = account;
  if (!proposal) return account;
  if (!isAccepted || proposal.endpoints !== null) {
    const answered = [proposalText(proposal), ...account.answered].slice(0, maxAnswered);
    return { ...account, proposal: { ...proposal, isDismissed: true }, answered };
  }
  const { checkoutOrigins } = proposal;
  return {
    ...account,
    seller: { ...seller, name: proposal.name ?? seller.name },
    proposal: checkoutOrigins.length > 0 ? { ...proposal, name: null } : null,
  };
}

export type ProposalText = {
  oldName: string;
  newName: string;
  oldHosts: string[];
  newHosts: string[];
  /** Another sign-in or API: its credentials are for the old one alone. */
  needsSignIn: boolean;
};

/** The hosts of the sign-in and the API. */
export function connectionHosts({ issuer, apiBase }: Seller['endpoints']): string[] {
  const urls = [issuer, apiBase].filter((url) => url !== undefined && URL.canParse(url));
  return [...new Set(urls.map((url) => new URL(url as string).host))];
}

function originOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}

function hasSameConnection(a: Seller, b: Seller): boolean {
  const connection = ({ providerId, endpoints: { apiBase, issuer, clientId, scope } }: Seller) =>
    JSON.stringify([providerId, originOf(apiBase), issuer, clientId, scope]);
  return connection(a) === connection(b);
}

/** A document may go back and forth between several proposals: that many of them are known to be answered. */
const maxAnswered = 20;

/** What the card asks about. Payment origins are asked about on their order, and paths of the API are not shown. */
function proposalText({ name, endpoints }: SellerProposal): string {
  const { apiBase, issuer, clientId, scope } = endpoints ?? {};
  return JSON.stringify([name, originOf(apiBase), issuer, clientId, scope]);
}

/** What was answered before needs no answer again; null: nothing is proposed. */
function nextProposal({ proposal, answered }: Account, now: SellerProposal): SellerProposal | null {
  if (now.name === null && now.endpoints === null && now.checkoutOrigins.length === 0) return null;
  const text = proposalText(now);
  const isAnswered = answered.includes(text) || (proposal?.isDismissed === true && proposalText(proposal) === text);
  return { ...now, isDismissed: isAnswered };
}
