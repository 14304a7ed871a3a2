import type { DatabaseSync } from 'node:sqlite';

export type Subscriber = {
  userName: string;
  /** Seeded and no secret: the console shows it. */
  password: string;
  name: string;
  email: string;
  phone: string;
  planName: string;
  leftBytes: number;
  totalBytes: number;
  expiresAt: number;
  roamingBytes: number;
  minutes: number;
  isUnlimited: boolean;
  bytesPerSecond: number;
};

/** Roaming and calls come with every plan. */
export const ROAMING_TOTAL_BYTES = 2_000_000_000;
export const TOTAL_MINUTES = 200;

const SELECT = `SELECT user_name AS userName, password, name, email, phone, plan_name AS planName,
  left_bytes AS leftBytes, total_bytes AS totalBytes, expires_ms AS expiresAt, roaming_bytes AS roamingBytes, minutes,
  unlimited, use_rate AS bytesPerSecond FROM subscribers`;

type Row = Omit<Subscriber, 'isUnlimited'> & { unlimited: number };

export function listSubscribers(db: DatabaseSync): Subscriber[] {
  const rows = db.prepare(`${SELECT} ORDER BY user_name`).all() as Row[];
  return rows.map(({ unlimited, ...row }) => ({ ...row, isUnlimited: unlimited === 1 }));
}

export function findSubscriber(db: DatabaseSync, userName: string): Subscriber | null {
  return listSubscribers(db).find((each) => each.userName === userName) ?? null;
}

export function getSubscriber(db: DatabaseSync, userName: string): Subscriber {
  const subscriber = findSubscriber(db, userName);
  if (!subscriber) throw new Error(`there is no user ${userName}`);
  return subscriber;
}

export function setLeftBytes(db: DatabaseSync, userName: string, bytes: number): void {
  const update = db.prepare('UPDATE subscribers SET left_bytes = ? WHERE user_name = ?');
  update.run(Math.max(0, Math.round(bytes)), userName);
}

export function setUseRate(db: DatabaseSync, userName: string, bytesPerSecond: number): void {
  const update = db.prepare('UPDATE subscribers SET use_rate = ? WHERE user_name = ?');
  update.run(Math.round(bytesPerSecond), userName);
}

export function setUnlimited(db: DatabaseSync, userName: string, on: boolean): void {
  db.prepare('UPDATE subscribers SET unlimited = ? WHERE user_name = ?').run(Number(on), userName);
}

/** Deducts what all users used steadily up to now. */
export function deductSteadyUse(db: DatabaseSync, now: number): void {
  const update = db.prepare(`UPDATE subscribers SET use_since_ms = :now,
    left_bytes = max(0, left_bytes - use_rate * (:now - use_since_ms) / 1000)`);
  update.run({ now });
}

export function credit(db: DatabaseSync, userName: string, bytes: number, expiresAt: number): void {
  const update = db.prepare(`UPDATE subscribers SET left_bytes = left_bytes + :bytes,
    total_bytes = total_bytes + :bytes, expires_ms = max(expires_ms, :expiresAt) WHERE user_name = :userName`);
  update.run({ bytes, expiresAt, userName });
}
