import type { Messages } from '../../../utils/browser/messages.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { toPageSnapshot } from '../../../utils/providers/page/page-snapshot.ts';
import { recordFigures } from '../pages/page-figures.ts';
import { schedulePageRead } from '../pages/page-schedule.ts';
import { readAll, update } from '../state/state-store.ts';
import { saveFailure, saveSnapshot } from './save-check-result.ts';

/**
 * The answer to "Is this another card?". After a jump the page's figure counts, or is dropped. Where the page names
 * somebody else, who it names now is not known here: the same card is pointed at again.
 */
export async function confirmPage({ accountId, isSameCard }: Messages['confirmPage']['payload']): Promise<void> {
  const ownKeys = [
    keys.account(accountId),
    keys.recipe(accountId),
    keys.snapshot(accountId),
    keys.pageReads(accountId),
  ];
  const values = await readAll([...ownKeys, keys.check(accountId)]);
  const account = values(keys.account(accountId));
  const recipe = values(keys.recipe(accountId));
  if (!account || !recipe) return;
  const lastRead = values(keys.pageReads(accountId))?.lastRead ?? null;
  const isJump = values(keys.snapshot(accountId))?.cards.some(({ unconfirmed }) => unconfirmed?.needsPerson) ?? false;
  if (isJump && isSameCard && lastRead) {
    const figures = await recordFigures(account, recipe, lastRead.parts, (reads) => reads);
    const snapshot = toPageSnapshot(account.seller.name, { ...figures, readAt: lastRead.at });
    await saveSnapshot(account, snapshot, { isConfirmed: true });
  } else if (isJump && !isSameCard) {
    await update(keys.snapshot(accountId), (saved) => saved && withoutJumps(saved), account);
    await saveFailure(account, { kind: 'other-account' });
  } else if (isSameCard && values(keys.check(accountId))?.failure?.kind === 'other-account') {
    await saveFailure(account, { kind: 'page-changed' });
  }
  await schedulePageRead(accountId);
}

function withoutJumps(snapshot: UsageSnapshot): UsageSnapshot {
  return { ...snapshot, cards: snapshot.cards.map(({ unconfirmed: _, ...card }) => card) };
}
