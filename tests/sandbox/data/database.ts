import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const TABLES = `
  CREATE TABLE IF NOT EXISTS accounts (
    account_key TEXT PRIMARY KEY, phone TEXT NOT NULL UNIQUE, name TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS cards (
    position INTEGER PRIMARY KEY, user_key TEXT NOT NULL UNIQUE, account_key TEXT NOT NULL, body TEXT NOT NULL,
    reissued INTEGER NOT NULL DEFAULT 0, use_rate INTEGER NOT NULL DEFAULT 0, use_since_ms INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS offers (
    position INTEGER PRIMARY KEY, user_key TEXT NOT NULL, plan_id TEXT NOT NULL, body TEXT NOT NULL,
    UNIQUE (user_key, plan_id)
  );
  CREATE TABLE IF NOT EXISTS tokens (
    hash TEXT PRIMARY KEY, kind TEXT NOT NULL, account_key TEXT NOT NULL, family TEXT NOT NULL, scope TEXT NOT NULL,
    expires_ms INTEGER, used INTEGER NOT NULL DEFAULT 0, revoked INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS authorization_codes (
    hash TEXT PRIMARY KEY, account_key TEXT NOT NULL, challenge TEXT NOT NULL, redirect_uri TEXT NOT NULL,
    scope TEXT NOT NULL, expires_ms INTEGER NOT NULL, family TEXT NOT NULL, used INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS one_time_codes (
    phone TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT, expires_ms INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS purchases (
    number INTEGER PRIMARY KEY, transaction_id TEXT NOT NULL UNIQUE, account_key TEXT NOT NULL, user_key TEXT NOT NULL,
    offer TEXT NOT NULL, status TEXT NOT NULL, session TEXT NOT NULL UNIQUE, create_ms INTEGER NOT NULL,
    expire_ms INTEGER NOT NULL, pay_ms INTEGER, credit_due_ms INTEGER, activation_ms INTEGER, failure TEXT
  );
`;

/** `tables`: made where they are missing; if left out, those of the seller with an API. */
export function openDatabase(path: string, tables = TABLES): DatabaseSync {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const db = new DatabaseSync(path);
  db.exec(tables);
  return db;
}

export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
