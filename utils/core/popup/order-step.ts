import { canPay, isOpen, isReversed, needsBalanceProof, type Order } from '../orders/order.ts';
import { isOverdue, type SellerDelays } from '../orders/order-polling.ts';
import { proposedTerms } from '../orders/order-terms.ts';

/**
 * What comes next for an order. wait: its data is on the way · accept: the seller's plan or price, which is another ·
 * answer: a question about its payment page · pay, pay-again: on the page that is open for it · try-again: asks for that
 * page again · check: asks the seller how it stands · contact: it is late, or paid and then not.
 */
export type OrderStep = 'wait' | 'accept' | 'answer' | 'pay' | 'pay-again' | 'try-again' | 'check' | 'contact';

/** Null: nothing, it has ended. `now`: our clock. */
export function orderStepOf(order: Order, usual: SellerDelays, now: number): OrderStep | null {
  const { state, problem } = order;
  if (isReversed(order) || isOverdue(order, usual, now)) return 'contact';
  if (proposedTerms(order) !== null) return 'accept';
  if (needsBalanceProof(order)) return 'wait';
  if (!isOpen(order, now)) return null;
  if (state === 'paid') return 'wait';
  if (problem?.kind === 'new-origin') return 'answer';
  if (problem?.kind === 'failure' || problem?.kind === 'not-opened') return 'try-again';
  if (canPay(order, now)) return state === 'payment-failed' ? 'pay-again' : 'pay';
  return state === 'created' || state === 'asked' ? 'pay' : 'check';
}

/** The order of those shown that comes first, with its step: one that waits for the user before one that does not. */
export function nextOrder(
  orders: readonly Order[],
  usual: SellerDelays,
  now: number,
): { order: Order; step: OrderStep } | null {
  const steps = orders.flatMap((order) => {
    const step = orderStepOf(order, usual, now);
    return step === null ? [] : [{ order, step }];
  });
  return steps.find(({ step }) => step !== 'wait') ?? steps[0] ?? null;
}

/** Whether it ended without a purchase, so that the same may be wanted still. */
export function comesToNothing({ state }: Order): boolean {
  return ['payment-failed', 'dropped', 'cancelled', 'expired'].includes(state);
}

/** Whether what the user wanted to buy came to nothing, though they did not let it be. */
export function hasFailed({ state }: Order): boolean {
  return state === 'payment-failed' || state === 'dropped';
}
