import type { Money } from '../values/money.ts';

/** The status of an order as the seller reports it. unknown: a status we do not know; never treated as failed. */
export type SellerOrderStatus =
  | 'awaiting-payment'
  | 'paid'
  | 'credited'
  | 'queued'
  | 'payment-failed'
  | 'cancelled'
  | 'expired'
  | 'refunded'
  | 'unknown';

/**
 * An order as the seller reports it. Its times are by the seller's clock in adapters, by our clock in order
 * transitions.
 */
export type SellerOrder = {
  id: string;
  status: SellerOrderStatus;
  checkoutUrl: string | null;
  expiresAt: number | null;
  paidAt: number | null;
  startsAt: number | null;
  confirmationCode: string | null;
  receiptUrl: string | null;
  failureText: string | null;
  planId: string | null;
  planName: string | null;
  cost: Money | null;
};
