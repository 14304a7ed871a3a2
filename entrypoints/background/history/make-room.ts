import { storageUse } from '../../../utils/browser/storage.ts';
import { type AccountIndex, hasManyGoneCards } from '../../../utils/core/accounts/account-index.ts';

const fullShare = 0.8;
/** Down to this, so that it is not done again at every check. */
const thinnedShare = 0.7;

/**
 * Forgets surplus cards, then thins the usage history, once four fifths of what the browser grants are used: they can
 * best be done without.
 */
export async function makeRoom(): Promise<void> {
  if ((await overuse(fullShare)) <= 0) return;
  const { forgetSurplusCards, thinStored } = await import('./thin-stored.ts');
  await forgetSurplusCards();
  if ((await overuse(fullShare)) > 0) await thinStored(await overuse(thinnedShare));
}

/** Forgets surplus cards where there are so many that they weigh down every reading of the index. */
export async function limitGoneCards(index: AccountIndex): Promise<void> {
  if (hasManyGoneCards(index)) await (await import('./thin-stored.ts')).forgetSurplusCards();
}

/** How many bytes are used beyond this share of what the browser grants; 1 where it is just reached. */
async function overuse(share: number): Promise<number> {
  const use = await storageUse();
  return use === null ? 0 : use.usedBytes - use.quotaBytes * share + 1;
}
