import { canonicalText } from '../values/canonical-text.ts';
import { isGone, type SyncItems } from './sync-items.ts';

/*
 * The limits of what a browser takes to others, the same in Chromium and Firefox: 8 KB an item, 100 KB and 512 items,
 * 120 writes a minute.
 */

const maxItemBytes = 8192;
const maxItems = 500;
/** A little room: browsers count a name and its text somewhat differently. */
const maxBytes = 100_000;

/** One write takes all items. Twice a minute stays far below 120 a minute, and below 1,800 an hour. */
export const writeEveryMs = 30_000;

/** When the next write may be made. Our clock; a time in the future was written before the clock was set back. */
export function mayWriteAt(writtenAt: number | null, now: number): number {
  return writtenAt === null || writtenAt > now ? now : writtenAt + writeEveryMs;
}

/** The items that fit, those that are there before those that are gone; what does not fit stays on this computer. */
export function fittingItems(items: SyncItems): SyncItems {
  const sized = Object.entries(items).map(([name, item]) => ({ name, item, bytes: sizeOf(name, item) }));
  sized.sort((a, b) => Number(isGone(a.item)) - Number(isGone(b.item)) || (a.name < b.name ? -1 : 1));
  const fitting: SyncItems = {};
  let total = 0;
  for (const { name, item, bytes } of sized) {
    if (bytes > maxItemBytes || total + bytes > maxBytes || Object.keys(fitting).length >= maxItems) continue;
    fitting[name] = item;
    total += bytes;
  }
  return fitting;
}

const sizeOf = (name: string, item: unknown) => new TextEncoder().encode(name + canonicalText(item)).length;
