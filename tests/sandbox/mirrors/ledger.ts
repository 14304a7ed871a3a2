import { DatabaseSync } from 'node:sqlite';

/** The true usage of a card, which each mirror sends in its provider's wire format. Times are epoch milliseconds. */
export type Entry = {
  /** Of the card or SIM: digits only, as it may be used as an ICCID. */
  id: string;
  /** Of the plan or the network. */
  name: string;
  kind: 'known' | 'unlimited' | 'unknown';
  /** Only for `known`. `usedBytes` may exceed it. */
  quotaBytes: number;
  usedBytes: number;
  startsAt: number | null;
  expiresAt: number | null;
  measuredAt: number;
};

/** A database with the usage of one card. */
export type Ledger = { write(entry: Entry): void; read(): Entry; close(): void };

export function openLedger(): Ledger {
  const db = new DatabaseSync(':memory:');
  db.exec(`CREATE TABLE entries (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, quotaBytes INTEGER NOT NULL, usedBytes INTEGER NOT NULL,
    startsAt INTEGER, expiresAt INTEGER, measuredAt INTEGER NOT NULL
  ) STRICT`);
  const insert = db.prepare(
    'INSERT OR REPLACE INTO entries VALUES (:id, :name, :kind, :quotaBytes, :usedBytes, :startsAt, :expiresAt, :measuredAt)',
  );
  const select = db.prepare('SELECT * FROM entries ORDER BY rowid DESC LIMIT 1');
  return {
    write: (entry) => {
      db.exec('DELETE FROM entries');
      insert.run(entry);
    },
    read: () => {
      const entry = select.get();
      if (!entry) throw new Error('Nothing is written yet');
      return entry as unknown as Entry;
    },
    close: () => db.close(),
  };
}
