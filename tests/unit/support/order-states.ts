import type { CheckoutProblem, Order } from '../../../utils/core/orders/order.ts';
import { hourMs, minuteMs } from '../../../utils/core/values/time.ts';
import { now } from '../components/popup-setup.ts';
import { makeOrder } from './builders.ts';

/* An order in each state it can stand in, as of `now`. */

function order(some: Partial<Order>): Order {
  const at = now - 2 * minuteMs;
  return makeOrder({
    ...{ id: 'o1', card: { accountId: 'a1', cardKey: 'c1' }, planId: 'eu3' },
    ...{ createdAt: at, changedAt: at, lastActivityAt: at, expiresAt: now + hourMs },
    ...some,
  });
}

const paid: Partial<Order> = {
  ...{ state: 'paid', sellerStatus: 'paid', paidAt: now - minuteMs, confirmationCode: 'AX-20418' },
};
const longAgo = now - 34 * minuteMs;
const cost = { currency: 'SEK', units: '119', nanos: 0 };
const baseline = { heldBytes: 1, quotaBytes: 1, endsAt: null, plans: [], isUnlimited: false, isActive: true };
const problemOf = (problem: CheckoutProblem): Order => order({ state: 'asked', checkoutUrl: null, problem });

export const orderStates: Record<string, Order | null> = {
  'no order': null,
  'asked for its page': order({ state: 'asked', checkoutUrl: null }),
  'to be paid': order({}),
  'at another price': order({ state: 'price-changed', newCost: cost, checkoutUrl: null }),
  'for another plan': order({ sellerTerms: { planId: 'eu10', planName: 'Europe 10 GB', cost } }),
  'page elsewhere': order({
    ...{ checkoutUrl: null, heldCheckoutUrl: 'https://pay.example.net/s/1' },
    problem: { kind: 'new-origin', origin: 'https://pay.example.net' },
  }),
  'no page': problemOf({ kind: 'failure', failure: { kind: 'captive-portal' } }),
  'not signed in': problemOf({ kind: 'failure', failure: { kind: 'signed-out' } }),
  'page not opened': order({ problem: { kind: 'not-opened' } }),
  'page not listed': order({
    checkoutUrl: null,
    heldCheckoutUrl: 'https://x.example/',
    problem: { kind: 'not-listed' },
  }),
  'page closed': order({ checkoutUrl: null, checkoutOpenCount: 1 }),
  unclear: order({ state: 'unknown' }),
  'on its way': order(paid),
  late: order({ ...paid, createdAt: longAgo, changedAt: longAgo, paidAt: longAgo }),
  'paid and then not': order({ ...paid, state: 'cancelled', sellerStatus: 'cancelled' }),
  'credited, not seen': order({ ...paid, state: 'credited', sellerStatus: 'credited', baseline }),
  arrived: order({ ...paid, state: 'credited', sellerStatus: 'credited' }),
  waits: order({ ...paid, state: 'queued', sellerStatus: 'queued', startsAt: now + 48 * hourMs }),
  'payment failed': order({ state: 'payment-failed', failureText: 'Card declined' }),
  'payment failed for good': order({ state: 'payment-failed', checkoutUrl: null, failureText: 'Card declined' }),
  cancelled: order({ state: 'cancelled', checkoutUrl: null }),
  'ran out of time': order({ state: 'expired', checkoutUrl: null }),
  'not placed': order({ state: 'dropped', checkoutUrl: null }),
  'paid back': order({ ...paid, state: 'refunded', sellerStatus: 'refunded' }),
};
