import { createHash, randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type Grant, hashOf, newSecret, revokeFamily } from './tokens.ts';

const ONE_TIME_CODE_LIFE_MS = 10 * 60_000;
const MAX_TRIES = 5;

type OneTimeRow = { code: string; name: string | null; expires_ms: number; tries: number };
type CodeRow = {
  account_key: string;
  challenge: string;
  redirect_uri: string;
  scope: string;
  expires_ms: number;
  family: string;
  used: number;
};

/** `name`: of the new account, when a number is registered; else null. */
export function createOneTimeCode(db: DatabaseSync, phone: string, name: string | null): string {
  const code = String(randomInt(100_000, 1_000_000));
  const insert = db.prepare(
    'INSERT OR REPLACE INTO one_time_codes (phone, code, name, expires_ms) VALUES (?, ?, ?, ?)',
  );
  insert.run(phone, code, name, Date.now() + ONE_TIME_CODE_LIFE_MS);
  return code;
}

export function lastOneTimeCode(db: DatabaseSync, phone: string): string | null {
  const row = db.prepare('SELECT * FROM one_time_codes WHERE phone = ?').get(phone) as OneTimeRow | undefined;
  return row?.code ?? null;
}

/** Null if the code is wrong, expired or was tried too often. A correct code works once. */
export function redeemOneTimeCode(db: DatabaseSync, phone: string, code: string): { name: string | null } | null {
  const row = db.prepare('SELECT * FROM one_time_codes WHERE phone = ?').get(phone) as OneTimeRow | undefined;
  if (!row || row.expires_ms <= Date.now() || row.tries >= MAX_TRIES) return null;
  if (row.code !== code) {
    db.prepare('UPDATE one_time_codes SET tries = tries + 1 WHERE phone = ?').run(phone);
    return null;
  }
  db.prepare('DELETE FROM one_time_codes WHERE phone = ?').run(phone);
  return { name: row.name };
}

export type Authorization = { accountKey: string; challenge: string; redirectUri: string; scope: string };

export function createAuthorizationCode(db: DatabaseSync, authorization: Authorization, lifeS: number): string {
  const code = newSecret();
  const insert = db.prepare(
    `INSERT INTO authorization_codes (hash, account_key, challenge, redirect_uri, scope, expires_ms, family)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const expiresMs = Date.now() + lifeS * 1000;
  insert.run(
    hashOf(code),
    authorization.accountKey,
    authorization.challenge,
    authorization.redirectUri,
    authorization.scope,
    expiresMs,
    newSecret(),
  );
  return code;
}

/** Any attempt uses the code up; a second one revokes the tokens issued for the first (RFC 6749, 4.1.2). */
export function redeemAuthorizationCode(
  db: DatabaseSync,
  code: string,
  proof: { redirectUri: string; verifier: string },
): Grant | null {
  const found = db.prepare('SELECT * FROM authorization_codes WHERE hash = ?').get(hashOf(code));
  const row = found as CodeRow | undefined;
  if (!row) return null;
  if (row.used) {
    revokeFamily(db, row.family);
    return null;
  }
  db.prepare('UPDATE authorization_codes SET used = 1 WHERE hash = ?').run(hashOf(code));
  const challenge = createHash('sha256').update(proof.verifier).digest('base64url');
  const isValid = row.expires_ms > Date.now() && row.redirect_uri === proof.redirectUri && row.challenge === challenge;
  return isValid ? { accountKey: row.account_key, family: row.family, scope: row.scope } : null;
}
