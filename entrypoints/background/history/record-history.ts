import { keys } from '../../../utils/browser/storage-keys.ts';
import { hasNews, recordSnapshot } from '../../../utils/core/history/usage-history.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { read, writeAll } from '../state/store.ts';

/**
 * Adds a new reading to the history of its cards, before the reading itself is saved: a worker that dies in between
 * notes it again, and finds nothing new. `before`: the account's last reading.
 */
export async function recordHistory(
  accountId: string,
  snapshot: UsageSnapshot,
  before: UsageSnapshot | null,
): Promise<void> {
  for (const card of snapshot.cards) {
    const id = { accountId, cardKey: card.key };
    const samples = await read(keys.samples(id));
    if (!hasNews(samples, card)) continue;
    const archive = samples && ((await read(keys.archive(id))) ?? { since: samples.since, intervals: [], changes: [] });
    const history = samples && archive && { samples, archive };
    const previousMeasuredAt = before?.cards.find(({ key }) => key === card.key)?.measuredAt ?? null;
    const after = recordSnapshot(history, card, previousMeasuredAt);
    if (!after || after === history) continue;
    await writeAll(
      accountId,
      [keys.samples(id), after.samples],
      ...(after.archive === archive ? [] : [[keys.archive(id), after.archive] as const]),
    );
  }
}
