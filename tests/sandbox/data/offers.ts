import type { DatabaseSync } from 'node:sqlite';
import type { Patch } from '../types.ts';
import type { Offer } from '../wire.ts';
import { applyPatch } from './patch.ts';

type Row = { body: string };

export function insertOffers(db: DatabaseSync, cardKey: string, offers: Offer[]): void {
  const insert = db.prepare('INSERT INTO offers (user_key, plan_id, body) VALUES (?, ?, ?)');
  for (const offer of offers) insert.run(cardKey, offer.planId, JSON.stringify(offer));
}

export function listOffers(db: DatabaseSync, cardKey: string): Offer[] {
  const rows = db.prepare('SELECT body FROM offers WHERE user_key = ? ORDER BY position').all(cardKey) as Row[];
  return rows.map((row) => JSON.parse(row.body));
}

export function findOffer(db: DatabaseSync, cardKey: string, planId: string): Offer | null {
  const find = db.prepare('SELECT body FROM offers WHERE user_key = ? AND plan_id = ?');
  const row = find.get(cardKey, planId) as Row | undefined;
  return row ? JSON.parse(row.body) : null;
}

export function patchOffer(db: DatabaseSync, cardKey: string, planId: string, patch: Patch<Offer>): void {
  const offer = findOffer(db, cardKey, planId);
  if (!offer) throw new Error(`the card ${cardKey} has no offer ${planId}`);
  const update = db.prepare('UPDATE offers SET body = ? WHERE user_key = ? AND plan_id = ?');
  update.run(JSON.stringify(applyPatch(offer, patch)), cardKey, planId);
}
