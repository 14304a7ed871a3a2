import type { DatabaseSync } from 'node:sqlite';
import { inTransaction, openDatabase } from '../../data/database.ts';

const TWELVE_DAYS_MS = 12 * 86_400_000;

const TABLES = `
  CREATE TABLE IF NOT EXISTS subscribers (
    user_name TEXT PRIMARY KEY, name TEXT NOT NULL, password TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL,
    plan_name TEXT NOT NULL, left_bytes INTEGER NOT NULL, total_bytes INTEGER NOT NULL, expires_ms INTEGER NOT NULL,
    roaming_bytes INTEGER NOT NULL, minutes INTEGER NOT NULL, unlimited INTEGER NOT NULL DEFAULT 0,
    use_rate INTEGER NOT NULL DEFAULT 0, use_since_ms INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS sessions (token TEXT PRIMARY KEY, user_name TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS top_ups (
    number INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE, user_name TEXT NOT NULL, offer_id TEXT NOT NULL,
    paid_ms INTEGER, credit_due_ms INTEGER, credited_ms INTEGER
  );
`;

const SEED = `
  INSERT OR IGNORE INTO subscribers
    (user_name, name, password, email, phone, plan_name, left_bytes, total_bytes, expires_ms, roaming_bytes, minutes)
  VALUES
    ('anna', 'Anna', 'sandbox', 'anna@mail.example', '+44 7700 900123', 'Flex M',
      2750000000, 10000000000, :end, 1500000000, 120),
    ('ben', 'Ben', 'sandbox', 'ben@mail.example', '+44 7700 900456', 'Flex L',
      6400000000, 20000000000, :end, 2000000000, 45)
`;

export function openWebsiteDatabase(path: string): DatabaseSync {
  return openDatabase(path, TABLES);
}

/** Of an existing file the rows stay. */
export function seedIfEmpty(db: DatabaseSync, expiresAt = Date.now() + TWELVE_DAYS_MS): void {
  db.prepare(SEED).run({ end: expiresAt });
}

/** Sessions stay. */
export function reseed(db: DatabaseSync, expiresAt?: number): void {
  inTransaction(db, () => {
    db.exec('DELETE FROM subscribers; DELETE FROM top_ups');
    seedIfEmpty(db, expiresAt);
  });
}
