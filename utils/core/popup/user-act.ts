import type { Seller } from '../accounts/account.ts';
import type { Card } from '../usage/card.ts';
import { type Failure, hasNoProvider, needsUserAction } from '../values/failure.ts';
import { callLink, safeHref } from '../values/urls.ts';

/**
 * What the user can do. sign-in: in the seller's window · enter-key: a new key or token, on the connect page · connect:
 * the same, where the address is wrong · open-page: the seller's own page, to sign in there · open-wifi-page: that of
 * the network · enter-left: what is left of a card kept by hand · enter-by-hand: keeps the card by hand from now on ·
 * answer: whether a figure is this card's.
 */
export type UserAct =
  | 'allow'
  | 'sign-in'
  | 'enter-key'
  | 'connect'
  | 'open-page'
  | 'open-wifi-page'
  | 'point-again'
  | 'enter-left'
  | 'enter-by-hand'
  | 'ask-seller'
  | 'answer'
  | 'retry';

/** Those that are a press on one button. */
export type OneAct = Exclude<UserAct, 'enter-left' | 'answer'>;

/** What can be done about a failure. */
export function failureActOf(failure: Failure, seller: Seller): OneAct {
  const { kind } = failure;
  const isHotspot = seller.meteredBy === 'hotspot';
  if (kind === 'permission-missing') return 'allow';
  if (kind === 'captive-portal') return 'open-wifi-page';
  if (hasNoProvider(failure)) return 'enter-by-hand';
  if (kind === 'unsendable' || (kind === 'forbidden' && isHotspot)) return 'connect';
  if (kind === 'locked') return 'open-page';
  if (seller.page && kind !== 'offline' && kind !== 'no-answer') {
    return kind === 'page-changed' ? 'point-again' : 'open-page';
  }
  if (kind === 'signed-out' || kind === 'not-vouched' || kind === 'card-gone') {
    return seller.signIn ? 'sign-in' : 'enter-key';
  }
  return kind === 'forbidden' && canBeAsked(seller) ? 'ask-seller' : 'retry';
}

/** Whether the seller has told any way to reach it that a press can take. */
export function canBeAsked({ support, accountUrl }: Pick<Seller, 'support' | 'accountUrl'>): boolean {
  const pages = [support.url, accountUrl].map((url) => url && safeHref(url));
  return [support.email, support.phone && callLink(support.phone), ...pages].some((way) => way !== null);
}

type Input = {
  failure: Failure | null;
  seller: Seller;
  card: Card | null;
  /** The figure is old, and its validity has not ended. */
  isOld: boolean;
};

/** What nobody but the user can do before there is a new figure; null: nothing. */
export function requiredAct({ failure, seller, card, isOld }: Input): UserAct | null {
  if (failure !== null && (needsUserAction(failure) || hasNoProvider(failure))) return failureActOf(failure, seller);
  if (failure?.kind === 'other-account' || card?.unconfirmed?.needsPerson) return 'answer';
  if (card?.state === 'suspended') return canBeAsked(seller) ? 'ask-seller' : null;
  return isOld && canEnterLeft(seller) ? 'enter-left' : null;
}

/** Whether what is left is entered by hand. */
function canEnterLeft({ manualPlan }: Pick<Seller, 'manualPlan'>): boolean {
  return manualPlan !== null && manualPlan.quotaBytes !== null;
}

/** Whether the card can be renewed before that is done: where the user does it on the seller's own page. */
export function canRenewBefore(act: UserAct): boolean {
  return act === 'enter-left' || act === 'point-again' || act === 'open-page';
}
