import type { DatabaseSync } from 'node:sqlite';
import { applyExpiry } from '../rules/expiry.ts';
import { withUsed } from '../rules/usage.ts';
import type { Card } from '../wire.ts';

type Row = {
  user_key: string;
  account_key: string;
  body: string;
  reissued: number;
  use_rate: number;
  use_since_ms: number;
};

export type OwnedCard = { accountKey: string; reissued: boolean; bytesPerSecond: number; card: Card };

export function insertCard(db: DatabaseSync, accountKey: string, card: Card): void {
  const insert = db.prepare('INSERT INTO cards (user_key, account_key, body) VALUES (?, ?, ?)');
  insert.run(card.userKey, accountKey, JSON.stringify(card));
}

export function saveCard(db: DatabaseSync, cardKey: string, card: Card): void {
  db.prepare('UPDATE cards SET body = ? WHERE user_key = ?').run(JSON.stringify(card), cardKey);
}

export function setReissued(db: DatabaseSync, cardKey: string, reissued: boolean): void {
  db.prepare('UPDATE cards SET reissued = ? WHERE user_key = ?').run(Number(reissued), cardKey);
}

export function setUseRate(db: DatabaseSync, cardKey: string, bytesPerSecond: number): void {
  getCard(db, cardKey);
  const update = db.prepare('UPDATE cards SET use_rate = ?, use_since_ms = ? WHERE user_key = ?');
  update.run(Math.round(bytesPerSecond), Date.now(), cardKey);
}

/** All cards as of now: steady usage is deducted and expired plans are marked. */
export function listCards(db: DatabaseSync): OwnedCard[] {
  const rows = db.prepare('SELECT * FROM cards ORDER BY position').all() as Row[];
  return rows.map((row) => toOwnedCard(db, row, Date.now()));
}

export function findCard(db: DatabaseSync, cardKey: string): OwnedCard | null {
  const row = db.prepare('SELECT * FROM cards WHERE user_key = ?').get(cardKey) as Row | undefined;
  return row ? toOwnedCard(db, row, Date.now()) : null;
}

export function getCard(db: DatabaseSync, cardKey: string): OwnedCard {
  const owned = findCard(db, cardKey);
  if (!owned) throw new Error(`there is no card ${cardKey}`);
  return owned;
}

/** The cards that planStatus lists. */
export function cardsOf(db: DatabaseSync, accountKey: string): Card[] {
  const owned = listCards(db).filter((each) => each.accountKey === accountKey && !each.reissued);
  return owned.map((each) => each.card);
}

function toOwnedCard(db: DatabaseSync, row: Row, now: number): OwnedCard {
  const stored: Card = JSON.parse(row.body);
  const usedBytes = Math.floor((row.use_rate * (now - row.use_since_ms)) / 1000);
  const card = applyExpiry(usedBytes > 0 ? withUsed(stored, usedBytes, now) : stored, now);
  if (card !== stored) saveCard(db, row.user_key, card);
  if (usedBytes > 0) {
    // Advances by the time of the deducted bytes, not to `now`: rounding must not lose usage.
    const since = row.use_since_ms + Math.ceil((usedBytes * 1000) / row.use_rate);
    db.prepare('UPDATE cards SET use_since_ms = ? WHERE user_key = ?').run(since, row.user_key);
  }
  return { accountKey: row.account_key, reissued: row.reissued === 1, bytesPerSecond: row.use_rate, card };
}
