import * as v from 'valibot';
import type { LocalItems, SyncItem, SyncItems } from '../sync/sync-items.ts';
import { instant, laterInstant, type Schema, text } from './schema-parts.ts';

/** What was last seen of the items, how they are on this computer since then, and when they were last written. */
export type Synced = { items: SyncItems; local: LocalItems | null; writtenAt: number | null };

const item: Schema<SyncItem> = v.record(text, v.object({ at: instant, value: v.unknown() }));
export const synced: Schema<Synced> = v.object({
  items: v.record(text, item),
  local: v.nullable(v.record(text, v.record(text, v.unknown()))),
  writtenAt: laterInstant,
});

/** What another computer, maybe with another version of Gigabar, has written, without items that make no sense. */
export function parseSyncItems(stored: Record<string, unknown>): SyncItems {
  const parsed = Object.entries(stored).map(([name, value]) => [name, v.safeParse(item, value)] as const);
  return Object.fromEntries(
    parsed.flatMap(([name, { success, output }]) => (success ? [[name, output as SyncItem]] : [])),
  );
}
