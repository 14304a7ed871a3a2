import * as v from 'valibot';
import type { SellerOrder } from '../../core/orders/seller-order.ts';
import * as wire from './purchase-schemas.ts';

const statuses = new Map<string, SellerOrder['status']>([
  ['PENDING_PAYMENT', 'awaiting-payment'],
  ['PAID', 'paid'],
  ['CREDITED', 'credited'],
  ['QUEUED', 'queued'],
  ['PAYMENT_FAILED', 'payment-failed'],
  ['CANCELLED', 'cancelled'],
  ['EXPIRED', 'expired'],
  ['REFUNDED', 'refunded'],
]);

/** The answer to a checkout. Throws if it waits for payment and has no checkout page. */
export function toCheckoutOrder(body: unknown): SellerOrder {
  v.parse(wire.checkout, body);
  return toSellerOrder(body);
}

export function toSellerOrder(body: unknown): SellerOrder {
  const transaction = v.parse(wire.transaction, body);
  return {
    id: transaction.transactionId,
    cardKey: transaction.userKey ?? null,
    status: statuses.get(transaction.status) ?? 'unknown',
    checkoutUrl: transaction.checkoutUrl ?? null,
    expiresAt: transaction.expireTime ?? null,
    paidAt: transaction.payTime ?? null,
    startsAt: transaction.planActivationTime ?? null,
    confirmationCode: transaction.confirmationCode || null,
    receiptUrl: transaction.receiptUrl ?? null,
    failureText: transaction.failure?.errorMessage || null,
    planId: transaction.planId ?? null,
    planName: transaction.planName || null,
    cost: transaction.cost ?? null,
  };
}
