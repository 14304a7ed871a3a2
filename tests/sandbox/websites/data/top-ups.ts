import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../../data/database.ts';
import { credit } from './subscribers.ts';

export type TopUpOffer = { id: string; name: string; bytes: number; cents: number };

export type TopUp = { reference: string; userName: string; offer: TopUpOffer; paidAt: number | null };

export const TOP_UP_OFFERS: readonly TopUpOffer[] = [
  { id: 'small', name: 'Data S', bytes: 5_000_000_000, cents: 799 },
  { id: 'medium', name: 'Data M', bytes: 20_000_000_000, cents: 1_499 },
  { id: 'large', name: 'Data L', bytes: 50_000_000_000, cents: 2_499 },
];
export const TOP_UP_DAYS = 30;
const TOP_UP_LIFE_MS = TOP_UP_DAYS * 86_400_000;

const SELECT = 'SELECT reference, user_name, offer_id, paid_ms FROM top_ups';

export function findOffer(id: string): TopUpOffer | null {
  return TOP_UP_OFFERS.find((offer) => offer.id === id) ?? null;
}

export function orderTopUp(db: DatabaseSync, userName: string, offer: TopUpOffer): string {
  const reference = randomBytes(9).toString('base64url');
  const insert = db.prepare('INSERT INTO top_ups (reference, user_name, offer_id) VALUES (?, ?, ?)');
  insert.run(reference, userName, offer.id);
  return reference;
}

export function findTopUp(db: DatabaseSync, reference: string): TopUp | null {
  const row = db.prepare(`${SELECT} WHERE reference = ?`).get(reference);
  return row ? toTopUp(row) : null;
}

/** Once: a second press on the same order is for nothing. `creditDueAt` null: credited by hand alone. */
export function payTopUp(db: DatabaseSync, reference: string, paidAt: number, creditDueAt: number | null): void {
  const update = db.prepare(
    'UPDATE top_ups SET paid_ms = ?, credit_due_ms = ? WHERE reference = ? AND paid_ms IS NULL',
  );
  update.run(paidAt, creditDueAt, reference);
}

export function creditDueTopUps(db: DatabaseSync, now: number): void {
  creditTopUps(db, now, 'credit_due_ms <= ?', now);
}

export function creditPaidTopUps(db: DatabaseSync, now: number): void {
  creditTopUps(db, now, 'paid_ms <= ?', now);
}

function creditTopUps(db: DatabaseSync, now: number, condition: string, value: number): void {
  const rows = db.prepare(`${SELECT} WHERE credited_ms IS NULL AND ${condition}`).all(value);
  for (const { reference, userName, offer } of rows.map(toTopUp)) {
    inTransaction(db, () => {
      db.prepare('UPDATE top_ups SET credited_ms = ? WHERE reference = ?').run(now, reference);
      credit(db, userName, offer.bytes, now + TOP_UP_LIFE_MS);
    });
  }
}

function toTopUp(row: Record<string, unknown>): TopUp {
  const offer = findOffer(String(row.offer_id));
  if (!offer) throw new Error(`there is no offer ${row.offer_id}`);
  const paidAt = row.paid_ms === null ? null : Number(row.paid_ms);
  return { reference: String(row.reference), userName: String(row.user_name), offer, paidAt };
}
