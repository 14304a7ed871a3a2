import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { diffSince, type RiseMeaning } from '../../../utils/core/history/balance-changes.ts';
import { confirmedAt, jumpToConfirm } from '../../../utils/core/history/unexplained-jump.ts';
import { recordDiff, startHistory } from '../../../utils/core/history/usage-history.ts';
import { isCreditAwaited } from '../../../utils/core/orders/order.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { type Change, changeOf, readAll, type StoredValues } from '../state/state-store.ts';

/**
 * What a new snapshot changes in the history of its cards: by which values, and what becomes of them. `cards`: those of
 * the snapshot, with the jumps that a second one has to confirm; of these the history waits.
 */
export type HistoryChange = {
  toRead: Key[];
  change: (values: StoredValues) => { cards: Card[]; changes: Change[] };
};

/**
 * How to add a new snapshot of an account to the history of its cards, in the step that saves the snapshot itself. The
 * archives are large: only those of cards whose balance has changed are read, and only those that change are written.
 */
export async function planHistory({ id: accountId, seller }: Account, snapshot: UsageSnapshot): Promise<HistoryChange> {
  const toId = (card: Card): CardId => ({ accountId, cardKey: card.key });
  // What was noted of an earlier answer comes along where nothing has changed since.
  const cards = snapshot.cards.map(({ unconfirmed, ...card }): Card => card);
  const saved = await readAll(cards.map((card) => keys.samples(toId(card))));
  const changed = cards.filter((card) => {
    const samples = saved(keys.samples(toId(card)));
    return samples === null || diffSince(samples.modules, card) !== null;
  });
  return {
    toRead: changed.map(toId).flatMap((id) => [keys.samples(id), keys.archive(id), keys.orders(id)]),
    change: (values) => {
      const before = new Map(values(keys.snapshot(accountId))?.cards.map((card) => [card.key, card]));
      const judged = changed.map((card) => judge(values, toId(card), card, before.get(card.key) ?? null, seller));
      const judgedByKey = new Map(judged.map((one) => [one.card.key, one.card]));
      return {
        cards: cards.map((card) => judgedByKey.get(card.key) ?? card),
        changes: judged.flatMap(({ changes }) => changes),
      };
    },
  };
}

/** The card with the jump to confirm, or what it adds to the history. */
function judge(
  values: StoredValues,
  id: CardId,
  card: Card,
  previous: Card | null,
  { meteredBy }: Account['seller'],
): { card: Card; changes: Change[] } {
  const now = Date.now();
  const hasOpenOrder = (values(keys.orders(id)) ?? []).some((order) => isCreditAwaited(order, now));
  const samples = values(keys.samples(id));
  const jump = meteredBy === 'user' ? null : jumpToConfirm(card, { samples, previous, hasOpenOrder });
  if (jump) return { card: { ...card, unconfirmed: jump }, changes: [] };
  const rise = hasOpenOrder && meteredBy === 'network' ? 'credited' : riseMeanings[meteredBy];
  return { card, changes: recordCard(values, id, card, confirmedAt(previous), rise) };
}

/** A counter of use gives nothing back: with less used than before it was cleared. */
const riseMeanings = { network: 'reset-if-full', hotspot: 'reset', user: 'returned' } as const;

function recordCard(
  values: StoredValues,
  id: CardId,
  card: Card,
  previousMeasuredAt: number | null,
  rise: RiseMeaning,
): Change[] {
  const samples = values(keys.samples(id));
  if (!samples) {
    const first = startHistory(card);
    return first ? [changeOf(keys.samples(id), first.samples), changeOf(keys.archive(id), first.archive)] : [];
  }
  const diff = diffSince(samples.modules, card, rise);
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
