import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

export function createSession(db: DatabaseSync, userName: string): string {
  const token = randomBytes(24).toString('base64url');
  db.prepare('INSERT INTO sessions (token, user_name) VALUES (?, ?)').run(token, userName);
  return token;
}

export function findSessionUser(db: DatabaseSync, token: string): string | null {
  const row = db.prepare('SELECT user_name FROM sessions WHERE token = ?').get(token);
  return row ? String(row.user_name) : null;
}

export function endSession(db: DatabaseSync, token: string): void {
  db.prepare('DELETE FROM sessions WHERE token = ?').run(token);
}

export function endAllSessions(db: DatabaseSync): void {
  db.exec('DELETE FROM sessions');
}
