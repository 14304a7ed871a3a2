import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { diffSince } from '../../../utils/core/history/balance-changes.ts';
import { recordDiff, startHistory } from '../../../utils/core/history/usage-history.ts';
import type { UsageHistory } from '../../../utils/core/history/usage-samples.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { changeOf, read, updateAll } from '../state/state-store.ts';

/**
 * Adds a new snapshot to the history of its cards, before the snapshot itself is saved: after a worker that died in
 * between it is recorded again, and nothing has changed. `before`: the account's last snapshot.
 */
export async function recordHistory(
  account: Account,
  snapshot: UsageSnapshot,
  before: UsageSnapshot | null,
): Promise<void> {
  for (const card of snapshot.cards) {
    const previousMeasuredAt = before?.cards.find(({ key }) => key === card.key)?.measuredAt ?? null;
    await recordCard(account, card, previousMeasuredAt);
  }
}

async function recordCard(account: Account, card: Card, previousMeasuredAt: number | null): Promise<void> {
  const id = { accountId: account.id, cardKey: card.key };
  const samples = await read(keys.samples(id));
  if (!samples) {
    const first = startHistory(card);
    if (first) await save(account, id, first);
    return;
  }
  const diff = diffSince(samples.modules, card);
  if (!diff) return;
  const archive = (await read(keys.archive(id))) ?? { since: samples.since, intervals: [], changes: [] };
  const after = recordDiff({ samples, archive }, diff, card.measuredAt, previousMeasuredAt);
  await save(account, id, after.archive === archive ? { samples: after.samples } : after);
}

/** The archive is large: it is written only where it changed. */
async function save(
  account: Account,
  id: CardId,
  { samples, archive }: Pick<UsageHistory, 'samples'> & Partial<UsageHistory>,
): Promise<void> {
  const changes = [changeOf(keys.samples(id), samples), ...(archive ? [changeOf(keys.archive(id), archive)] : [])];
  await updateAll([], () => changes, account);
}
