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

/** The plan and price an order is for, as the seller names them. Null: it does not name it. */
export type SellerTerms = { planId: string | null; planName: string | null; cost: Money | null };

/**
 * An order as the seller reports it. Its times are by the seller's clock in adapters, by our clock in order
 * transitions.
 */
export type SellerOrder = SellerTerms & {
  id: string;
  /** The card it is for; null: the seller does not say. */
  cardKey: string | null;
  status: SellerOrderStatus;
  checkoutUrl: string | null;
  expiresAt: number | null;
  paidAt: number | null;
  startsAt: number | null;
  confirmationCode: string | null;
  receiptUrl: string | null;
  failureText: string | null;
};

/** The order of a seller that reports none: it is paid at this address. */
export function awaitingPaymentAt(
  { id, planId, cost, cardKey }: { id: string; planId: string; cost: Money | null; cardKey: string },
  checkoutUrl: string,
): SellerOrder {
  const unknown = { expiresAt: null, paidAt: null, startsAt: null, confirmationCode: null, receiptUrl: null };
  return {
    ...unknown,
    failureText: null,
    id,
    cardKey,
    planId,
    planName: null,
    cost,
    status: 'awaiting-payment',
    checkoutUrl,
  };
}
