import * as v from 'valibot';
import type { SellerOrder } from '../../core/orders/seller-order.ts';
import * as wire from './wire-schemas.ts';

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

/** A new purchase, which has a page while it waits for payment; without one it cannot be read. */
export function toCheckoutOrder(body: unknown): SellerOrder {
  v.parse(wire.checkout, body);
  return toSellerOrder(body);
}

export function toSellerOrder(body: unknown): SellerOrder {
  const read = v.parse(wire.transaction, body);
  return {
    id: read.transactionId,
    status: statuses.get(read.status) ?? 'unknown',
    checkoutUrl: read.checkoutUrl ?? null,
    expiresAt: read.expireTime ?? null,
    paidAt: read.payTime ?? null,
    startsAt: read.planActivationTime ?? null,
    confirmationCode: read.confirmationCode || null,
    receiptUrl: read.receiptUrl ?? null,
    failureText: read.failure?.errorMessage || null,
    planId: read.planId ?? null,
    planName: read.planName || null,
    cost: read.cost ?? null,
  };
}
