import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { inTransaction } from './database.ts';

/** All rows of all tables. */
export type Snapshot = Readonly<Record<string, readonly Readonly<Record<string, SQLInputValue>>[]>>;

function tableNames(db: DatabaseSync): string[] {
  const rows = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  return rows.map(({ name }) => String(name));
}

export function takeSnapshot(db: DatabaseSync): Snapshot {
  const rowsOf = (table: string) => db.prepare(`SELECT * FROM ${table}`).all() as Record<string, SQLInputValue>[];
  return Object.fromEntries(tableNames(db).map((table) => [table, rowsOf(table)]));
}

export function restoreSnapshot(db: DatabaseSync, snapshot: Snapshot): void {
  inTransaction(db, () => {
    for (const table of tableNames(db)) {
      db.exec(`DELETE FROM ${table}`);
      for (const row of snapshot[table] ?? []) {
        const columns = Object.keys(row);
        const places = columns.map(() => '?');
        const insert = db.prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${places.join()})`);
        insert.run(...Object.values(row));
      }
    }
  });
}
