import { storageUse } from '../../../utils/browser/storage.ts';
import { hasManyGoneCards } from '../../../utils/core/accounts/account-index.ts';
import { readIndex } from '../state/state-store.ts';

const fullShare = 0.8;
/** Down to this, so that it is not done again at every check. */
const thinnedShare = 0.7;

/**
 * Forgets surplus cards, then thins the usage history, once four fifths of what the browser grants are used: they can
 * best be done without.
 */
export async function makeRoom(): Promise<void> {
  const isFull = (await overuse(fullShare)) > 0;
  if (!isFull && !hasManyGoneCards(await readIndex())) return;
  const { forgetSurplusCards, thinStored } = await import('./thin-stored.ts');
  await forgetSurplusCards();
  if (isFull && (await overuse(fullShare)) > 0) await thinStored(await overuse(thinnedShare));
}

/** How many bytes are used beyond this share of what the browser grants; 1 where it is just reached. */
async function overuse(share: number): Promise<number> {
  const use = await storageUse();
  return use === null ? 0 : use.usedBytes - use.quotaBytes * share + 1;
}
