import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Offer, Transaction, TransactionStatus } from '../wire.ts';

export type Purchase = {
  number: number;
  transactionId: string;
  accountKey: string;
  userKey: string;
  /** A copy from the time of purchase. */
  offer: Offer;
  status: TransactionStatus;
  session: string;
  createdAt: number;
  expiresAt: number;
  paidAt: number | null;
  creditDueAt: number | null;
  activatesAt: number | null;
  failure: { cause: string; errorMessage: string } | null;
};

type Changes = Partial<Pick<Purchase, 'status' | 'expiresAt' | 'paidAt' | 'creditDueAt' | 'activatesAt' | 'failure'>>;

const SELECT = `SELECT number, transaction_id AS transactionId, account_key AS accountKey, user_key AS userKey, offer,
  status, session, create_ms AS createdAt, expire_ms AS expiresAt, pay_ms AS paidAt, credit_due_ms AS creditDueAt,
  activation_ms AS activatesAt, failure FROM purchases`;

const PAYABLE: readonly TransactionStatus[] = ['PENDING_PAYMENT', 'PAYMENT_FAILED'];

export function isPayable(purchase: Purchase): boolean {
  return PAYABLE.includes(purchase.status);
}

/** Paid but not yet credited counts as open: a second purchase then is probably a mistake. */
export function isOpen(purchase: Purchase): boolean {
  return isPayable(purchase) || purchase.status === 'PAID';
}

type PurchaseRequest = { transactionId: string; accountKey: string; userKey: string; offer: Offer };

export function insertPurchase(db: DatabaseSync, request: PurchaseRequest, lifeS: number): Purchase {
  const insert = db.prepare(
    `INSERT INTO purchases (transaction_id, account_key, user_key, offer, status, session, create_ms, expire_ms)
     VALUES (?, ?, ?, ?, 'PENDING_PAYMENT', ?, ?, ?)`,
  );
  const session = randomBytes(24).toString('base64url');
  const now = Date.now();
  const { transactionId, accountKey, userKey, offer } = request;
  insert.run(transactionId, accountKey, userKey, JSON.stringify(offer), session, now, now + lifeS * 1000);
  const inserted = findPurchase(db, request.transactionId);
  if (!inserted) throw new Error('the purchase was not stored');
  return inserted;
}

export function listPurchases(db: DatabaseSync): Purchase[] {
  return db.prepare(`${SELECT} ORDER BY number DESC`).all().map(toPurchase);
}

export function findPurchase(db: DatabaseSync, transactionId: string): Purchase | null {
  const row = db.prepare(`${SELECT} WHERE transaction_id = ?`).get(transactionId);
  return row ? toPurchase(row) : null;
}

export function findBySession(db: DatabaseSync, session: string): Purchase | null {
  const row = db.prepare(`${SELECT} WHERE session = ?`).get(session);
  return row ? toPurchase(row) : null;
}

export function updatePurchase(db: DatabaseSync, purchase: Purchase, changes: Changes): Purchase {
  const next = { ...purchase, ...changes };
  const update = db.prepare(
    `UPDATE purchases SET status = ?, expire_ms = ?, pay_ms = ?, credit_due_ms = ?, activation_ms = ?, failure = ?
     WHERE number = ?`,
  );
  const failure = next.failure && JSON.stringify(next.failure);
  const { status, expiresAt, paidAt, creditDueAt, activatesAt } = next;
  update.run(status, expiresAt, paidAt, creditDueAt, activatesAt, failure, next.number);
  return next;
}

export function toTransaction(purchase: Purchase, payOrigin: string): Transaction {
  const isPaid = purchase.paidAt !== null;
  const canBePaid = isPayable(purchase);
  return {
    transactionId: purchase.transactionId,
    userKey: purchase.userKey,
    planId: purchase.offer.planId,
    planName: purchase.offer.planName,
    cost: purchase.offer.cost,
    status: purchase.status,
    createTime: new Date(purchase.createdAt).toISOString(),
    payTime: toTime(purchase.paidAt),
    planActivationTime: toTime(purchase.activatesAt),
    checkoutUrl: canBePaid ? `${payOrigin}/s/${purchase.session}` : null,
    expireTime: canBePaid ? toTime(purchase.expiresAt) : null,
    confirmationCode: isPaid ? `AX-${20_417 + purchase.number}` : null,
    receiptUrl: isPaid ? `${payOrigin}/r/${purchase.transactionId}` : null,
    failure: purchase.failure,
  };
}

function toTime(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

function toPurchase(row: Record<string, unknown>): Purchase {
  const failure = row.failure === null ? null : JSON.parse(String(row.failure));
  return { ...(row as Purchase), offer: JSON.parse(String(row.offer)), failure };
}
