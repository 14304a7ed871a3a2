import type { Money } from '../values/money.ts';

/** How the seller says a purchase stands. unknown: a word we do not know, never "failed". */
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

/** What the seller says of a purchase. Adapters give its times by the seller's clock, orders take them by ours. */
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
