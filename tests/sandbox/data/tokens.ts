import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Tokens } from '../types.ts';

type Kind = 'access' | 'refresh' | 'card';
type Row = {
  kind: Kind;
  account_key: string;
  family: string;
  scope: string;
  expires_ms: number | null;
  used: number;
  revoked: number;
};

export type Grant = { accountKey: string; family: string; scope: string };

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function issueTokens(db: DatabaseSync, grant: Grant, accessTokenLifeS: number): Tokens {
  const tokens = { accessToken: newSecret(), refreshToken: newSecret() };
  save(db, tokens.accessToken, 'access', grant, Date.now() + accessTokenLifeS * 1000);
  save(db, tokens.refreshToken, 'refresh', grant, null);
  return tokens;
}

/** Reuse of an old refresh token revokes its whole family: either it or its successor was stolen. */
export function redeemRefreshToken(db: DatabaseSync, token: string): Grant | null {
  const row = find(db, token);
  if (row?.kind !== 'refresh' || row.revoked) return null;
  if (row.used) {
    revokeFamily(db, row.family);
    return null;
  }
  db.prepare('UPDATE tokens SET used = 1 WHERE hash = ?').run(hashOf(token));
  return { accountKey: row.account_key, family: row.family, scope: row.scope };
}

/** RFC 7009: revoking a refresh token revokes its access tokens too; an unknown token is no error. */
export function revokeToken(db: DatabaseSync, token: string, isOneAlone = false): void {
  const row = find(db, token);
  if (row?.kind === 'refresh' && !isOneAlone) revokeFamily(db, row.family);
  else if (row && row.kind !== 'card') db.prepare('UPDATE tokens SET revoked = 1 WHERE hash = ?').run(hashOf(token));
}

export function countLiveTokens(db: DatabaseSync, accountKey: string): number {
  const live = "kind <> 'card' AND revoked = 0 AND used = 0 AND (expires_ms IS NULL OR expires_ms > ?)";
  const count = db.prepare(`SELECT count(*) AS live FROM tokens WHERE account_key = ? AND ${live}`);
  return Number(count.get(accountKey, Date.now())?.live);
}

export function revokeFamily(db: DatabaseSync, family: string): void {
  db.prepare('UPDATE tokens SET revoked = 1 WHERE family = ?').run(family);
}

export function revokeSignIns(db: DatabaseSync, accountKey: string): void {
  db.prepare("UPDATE tokens SET revoked = 1 WHERE account_key = ? AND kind <> 'card'").run(accountKey);
}

export function expireAccessTokens(db: DatabaseSync, accountKey: string): void {
  db.prepare("UPDATE tokens SET expires_ms = 0 WHERE account_key = ? AND kind = 'access'").run(accountKey);
}

/** The account key of a token that is valid for the API, else null. */
export function findTokenAccount(db: DatabaseSync, token: string, acceptsCardTokens: boolean): string | null {
  const row = find(db, token);
  if (!row || row.revoked || row.kind === 'refresh') return null;
  if (row.kind === 'card') return acceptsCardTokens ? row.account_key : null;
  return row.expires_ms !== null && row.expires_ms > Date.now() ? row.account_key : null;
}

/** Derived from the account's key, so that it can be typed: `sandbox-card-token-a17`. */
export function cardToken(accountKey: string): string {
  return `sandbox-card-token-${accountKey.replace('_', '')}`;
}

export function saveCardToken(db: DatabaseSync, accountKey: string): void {
  const token = cardToken(accountKey);
  db.prepare('DELETE FROM tokens WHERE hash = ?').run(hashOf(token));
  save(db, token, 'card', { accountKey, family: 'card', scope: 'plan:read plan:checkout' }, null);
}

export function revokeCardToken(db: DatabaseSync, accountKey: string): void {
  db.prepare('UPDATE tokens SET revoked = 1 WHERE hash = ?').run(hashOf(cardToken(accountKey)));
}

function save(db: DatabaseSync, token: string, kind: Kind, grant: Grant, expiresMs: number | null): void {
  const insert = db.prepare(
    'INSERT INTO tokens (hash, kind, account_key, family, scope, expires_ms) VALUES (?, ?, ?, ?, ?, ?)',
  );
  insert.run(hashOf(token), kind, grant.accountKey, grant.family, grant.scope, expiresMs);
}

function find(db: DatabaseSync, token: string): Row | undefined {
  return db.prepare('SELECT * FROM tokens WHERE hash = ?').get(hashOf(token)) as Row | undefined;
}
