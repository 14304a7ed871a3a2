import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import { diffSince } from '../../../utils/core/history/balance-changes.ts';
import { recordDiff, startHistory } from '../../../utils/core/history/usage-history.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { type Change, changeOf, readAll, type StoredValues } from '../state/state-store.ts';

/** What a new snapshot changes in the history of its cards: by which values, and what becomes of them. */
export type HistoryChange = { toRead: Key[]; change: (values: StoredValues) => Change[] };

/**
 * How to add a new snapshot of an account to the history of its cards, in the step that saves the snapshot itself. The
 * archives are large: only those of cards whose balance has changed are read, and only those that change are written.
 */
export async function planHistory(accountId: string, snapshot: UsageSnapshot): Promise<HistoryChange> {
  const all = snapshot.cards.map((card) => ({ card, id: { accountId, cardKey: card.key } }));
  const saved = await readAll(all.map(({ id }) => keys.samples(id)));
  const changed = all.filter(({ card, id }) => {
    const samples = saved(keys.samples(id));
    return samples === null || diffSince(samples.modules, card) !== null;
  });
  return {
    toRead: changed.flatMap(({ id }) => [keys.samples(id), keys.archive(id)]),
    change: (values) => {
      const before = new Map(values(keys.snapshot(accountId))?.cards.map(({ key, measuredAt }) => [key, measuredAt]));
      return changed.flatMap(({ card, id }) => recordCard(values, id, card, before.get(card.key) ?? null));
    },
  };
}

function recordCard(values: StoredValues, id: CardId, card: Card, previousMeasuredAt: number | null): Change[] {
  const samples = values(keys.samples(id));
  if (!samples) {
    const first = startHistory(card);
    return first ? [changeOf(keys.samples(id), first.samples), changeOf(keys.archive(id), first.archive)] : [];
  }
  const diff = diffSince(samples.modules, card);
  if (!diff) return [];
  const saved = values(keys.archive(id));
  const archive = saved ?? { since: samples.since, intervals: [], changes: [] };
  const after = recordDiff({ samples, archive }, diff, card.measuredAt, previousMeasuredAt);
  const isUnchanged = after.archive === archive;
  return [
    changeOf(keys.samples(id), after.samples),
    ...(isUnchanged ? [] : [changeOf(keys.archive(id), after.archive)]),
  ];
}
