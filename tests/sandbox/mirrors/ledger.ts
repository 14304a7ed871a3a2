import { DatabaseSync } from 'node:sqlite';

/** What a card truly has. Times are epoch milliseconds. Each mirror speaks it in its provider's own words. */
export type Entry = {
  /** Of the card or SIM: digits, so that it can be an ICCID. */
  id: string;
  /** What the plan or the network is called. */
  name: string;
  kind: 'known' | 'unlimited' | 'unknown';
  /** Of `known`. More may be used than there was. */
  quotaBytes: number;
  usedBytes: number;
  startsAt: number | null;
  expiresAt: number | null;
  measuredAt: number;
};

/** A database with what one card has. */
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
