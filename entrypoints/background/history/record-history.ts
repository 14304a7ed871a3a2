import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { diffSince, isRecordedAlready, type RiseMeaning } from '../../../utils/core/history/balance-changes.ts';
import { confirmedAt, jumpToConfirm } from '../../../utils/core/history/unexplained-jump.ts';
import { recordDiff, startHistory } from '../../../utils/core/history/usage-history.ts';
import { isCreditAwaited } from '../../../utils/core/orders/order.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { type Change, changeOf, type StoredValues } from '../state/state-store.ts';

/**
 * What a new snapshot changes in the history of its cards: by which values, which the snapshot before tells, and what
 * becomes of them. `cards`: those of
 * the snapshot, with the jumps that are to be confirmed; of these the history waits. `isHeld`: it may be another's
 * snapshot, and all cards stay as they were until the user has told.
 */
export type HistoryChange = {
  toRead: (values: StoredValues) => Key[];
  change: (values: StoredValues) => { cards: Card[]; changes: Change[]; isHeld: boolean };
};

/**
 * How to add a new snapshot of an account to the history of its cards, in the step that saves the snapshot itself.
 * Histories are large: only those of cards that have changed since the snapshot before are read, and only what changes
 * is written.
 * `isConfirmed`: the user has said that its jumps are right.
 */
export function planHistory(
  { id: accountId, seller }: Account,
  snapshot: UsageSnapshot,
  isConfirmed: boolean,
): HistoryChange {
  const toId = (card: Card): CardId => ({ accountId, cardKey: card.key });
  // What was noted of an earlier answer comes along where nothing has changed since.
  const cards = snapshot.cards.map(({ unconfirmed, ...card }): Card => card);
  const cardsBefore = (values: StoredValues) =>
    new Map(values(keys.snapshot(accountId))?.cards.map((card) => [card.key, card]));
  let changed: Card[] = [];
  return {
    toRead: (values) => {
      const before = cardsBefore(values);
      changed = cards.filter((card) => !isRecordedAlready(before.get(card.key) ?? null, card));
      return changed.map(toId).flatMap((id) => [keys.samples(id), keys.archive(id), keys.orders(id)]);
    },
    change: (values) => {
      const previous = values(keys.snapshot(accountId));
      const before = cardsBefore(values);
      const judged = changed.map((card) =>
        judge(values, toId(card), card, { previous: before.get(card.key) ?? null, seller, isConfirmed }),
      );
      const judgedByKey = new Map(judged.map((one) => [one.card.key, one.card]));
      const isHeld = previous !== null && judged.some(({ card }) => card.unconfirmed?.needsPerson);
      if (isHeld) return { cards: previous.cards.map((card) => withJumpOf(card, judgedByKey)), changes: [], isHeld };
      return {
        cards: cards.map((card) => judgedByKey.get(card.key) ?? card),
        changes: judged.flatMap(({ changes }) => changes),
        isHeld: false,
      };
    },
  };
}

/** The card as it was, with the jump of what may be another's: that one is not shown as this card's for a moment. */
function withJumpOf({ unconfirmed: _, ...card }: Card, judged: ReadonlyMap<string, Card>): Card {
  const jump = judged.get(card.key)?.unconfirmed;
  return jump ? { ...card, unconfirmed: jump } : card;
}

/** The card with the jump to confirm, or what it adds to the history. */
function judge(
  values: StoredValues,
  id: CardId,
  card: Card,
  { previous, seller, isConfirmed }: { previous: Card | null; seller: Account['seller']; isConfirmed: boolean },
): { card: Card; changes: Change[] } {
  const now = Date.now();
  const hasOpenOrder = (values(keys.orders(id)) ?? []).some((order) => isCreditAwaited(order, now));
  const samples = values(keys.samples(id));
  const { meteredBy } = seller;
  const needsPerson = seller.page?.namesAccount === false;
  const jump =
    meteredBy === 'user' || isConfirmed ? null : jumpToConfirm(card, { samples, previous, hasOpenOrder, needsPerson });
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
