import { keys } from '../../../utils/browser/storage-keys.ts';
import { hasNews, noteCard } from '../../../utils/core/history/usage-history.ts';
import type { Reading } from '../../../utils/core/usage/usage-snapshot.ts';
import { read, writeOf } from '../state/store.ts';

/**
 * Adds a new reading to the history of its cards, before the reading itself is saved: a worker that dies in between
 * notes it again, and finds nothing new. `before`: the account's last reading.
 */
export async function noteHistory(accountId: string, reading: Reading, before: Reading | null): Promise<void> {
  for (const card of reading.cards) {
    const id = { accountId, cardKey: card.key };
    const samples = await read(keys.samples(id));
    if (!hasNews(samples, card)) continue;
    const archive = samples && ((await read(keys.archive(id))) ?? { since: samples.since, stretches: [], changes: [] });
    const history = samples && archive && { samples, archive };
    const sameUntil = before?.cards.find(({ key }) => key === card.key)?.measuredAt ?? null;
    const after = noteCard(history, card, sameUntil);
    if (!after || after === history) continue;
    await writeOf(
      accountId,
      [keys.samples(id), after.samples],
      ...(after.archive === archive ? [] : [[keys.archive(id), after.archive] as const]),
    );
  }
}
