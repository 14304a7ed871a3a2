import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import type { ReadPart } from '../../../utils/core/page/reading.ts';
import type { PageRecipe } from '../../../utils/core/page/recipe.ts';
import { recipeAfterReading } from '../../../utils/core/page/setup/card-facts.ts';
import type { PageReads } from '../../../utils/core/page/ways/page-reads.ts';
import { pageValidForMs } from '../../../utils/core/page/ways/page-validity.ts';
import type { PageFigures } from '../../../utils/providers/adapter/provider.ts';
import { isSameUsage, toPageSnapshot } from '../../../utils/providers/page/page-snapshot.ts';
import { read, update } from '../state/state-store.ts';
import { nextPageRead, noPageReads } from './page-schedule.ts';

/**
 * What a page has just said, as it becomes a snapshot. `record`: what that means for its next readings; `isSame`: it said
 * so before. `readAt`: since when the page has shown it.
 */
export async function recordFigures(
  { id, seller, accountKey }: Account,
  kept: PageRecipe,
  parts: readonly ReadPart[],
  record: (reads: PageReads, isSame: boolean) => PageReads,
  readAt = Date.now(),
): Promise<PageFigures> {
  const now = Date.now();
  const recipe = recipeAfterReading(kept, parts);
  if (recipe !== kept) await update(keys.recipe(id), (saved) => saved && recipeAfterReading(saved, parts));
  const figures = { accountKey, recipe, parts, readAt };
  const before = await read(keys.snapshot(id));
  const isSame = isSameUsage(before, toPageSnapshot(seller.name, { ...figures, validForMs: 0 }));
  const lastRead = { parts, at: readAt };
  const reads = await updatePageReads(id, (saved) => ({ ...record(saved, isSame), misses: 0, lastRead }));
  return { ...figures, validForMs: pageValidForMs(await nextPageRead(id, now, { reads, readAt }), now) };
}

export async function updatePageReads(accountId: string, change: (reads: PageReads) => PageReads): Promise<PageReads> {
  return (await update(keys.pageReads(accountId), (saved) => change(saved ?? noPageReads))) ?? noPageReads;
}
