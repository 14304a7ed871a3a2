import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { insertCard } from './cards.ts';
import { inTransaction } from './database.ts';
import { insertOffers } from './offers.ts';
import { freshCard, SEED_ACCOUNTS, seedCards } from './seed-cards.ts';
import { seedOffers } from './seed-offers.ts';
import { saveCardToken } from './tokens.ts';

export type Account = { accountKey: string; phone: string; name: string };

export function listAccounts(db: DatabaseSync): Account[] {
  const rows = db.prepare('SELECT account_key AS accountKey, phone, name FROM accounts ORDER BY rowid').all();
  return rows as Account[];
}

export function accountByPhone(db: DatabaseSync, phone: string): Account | null {
  return listAccounts(db).find((account) => account.phone === phone) ?? null;
}

/**
 * Removes spaces, dashes and brackets; `00` becomes `+`, a leading `0` becomes `+46`. Null if it is no phone number.
 */
export function toPhone(text: string): string | null {
  const digits = text.replace(/[\s().\-–/]/g, '');
  const phone = digits.replace(/^00/, '+').replace(/^0/, '+46');
  return /^\+\d{7,15}$/.test(phone) ? phone : null;
}

export function createAccount(db: DatabaseSync, phone: string, name: string): Account {
  const account = { accountKey: `a_${randomBytes(5).toString('hex')}`, phone, name };
  const card = freshCard(`c_${randomBytes(5).toString('hex')}`, phone, Date.now());
  inTransaction(db, () => {
    insertAccount(db, account);
    insertCard(db, account.accountKey, card);
    insertOffers(db, card.userKey, seedOffers(card.userKey));
  });
  return account;
}

/** Adds cards without offers to an account. */
export function addCards(db: DatabaseSync, accountKey: string, count: number): void {
  // They run since a while: figures are measured to the second, and one measured before a plan began is not of it.
  const startedAt = Date.now() - 3_600_000;
  inTransaction(db, () => {
    for (let place = 1; place <= count; place += 1) {
      const title = `+46 70 1${String(place).padStart(6, '0')}`;
      insertCard(db, accountKey, freshCard(`c_more_${place}`, title, startedAt));
    }
  });
}

export function seedIfEmpty(db: DatabaseSync): void {
  if (listAccounts(db).length === 0) seed(db);
}

/** Keeps the tokens of the seeded accounts. */
export function reseed(db: DatabaseSync): void {
  inTransaction(db, () => {
    for (const table of ['accounts', 'cards', 'offers', 'purchases', 'authorization_codes', 'one_time_codes']) {
      db.exec(`DELETE FROM ${table}`);
    }
    seed(db);
    db.exec('DELETE FROM tokens WHERE account_key NOT IN (SELECT account_key FROM accounts)');
  });
}

function seed(db: DatabaseSync): void {
  inTransaction(db, () => {
    for (const account of SEED_ACCOUNTS) {
      insertAccount(db, account);
      for (const card of seedCards(account.accountKey, Date.now())) {
        insertCard(db, account.accountKey, card);
        insertOffers(db, card.userKey, seedOffers(card.userKey));
      }
    }
  });
}

function insertAccount(db: DatabaseSync, account: Account): void {
  const insert = db.prepare('INSERT INTO accounts (account_key, phone, name) VALUES (?, ?, ?)');
  insert.run(account.accountKey, account.phone, account.name);
  saveCardToken(db, account.accountKey);
}
