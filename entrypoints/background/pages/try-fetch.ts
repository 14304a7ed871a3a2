import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import type { PageDraft } from '../../../utils/core/page/page-draft.ts';
import type { ReadPart } from '../../../utils/core/page/reading.ts';
import type { PageRecipe } from '../../../utils/core/page/recipe.ts';
import {
  defaultPageLimits,
  newPageReads,
  type PageReads,
  spentLately,
  withReadBegun,
  withReadEnded,
} from '../../../utils/core/page/ways/page-reads.ts';
import { isSameFigures } from '../../../utils/core/page/ways/same-figures.ts';
import { read } from '../state/state-store.ts';
import { fetchPage } from './fetch-page.ts';
import { updatePageReads } from './page-figures.ts';

/**
 * How a page that was just pointed at can be read. Where it is kept up to date it is requested once: that way is kept
 * only if it gives the figures of the visible page.
 */
export async function firstPageReads(
  { id, seller }: Account,
  recipe: PageRecipe,
  seen: readonly ReadPart[],
  { documentBytes, pageBytes }: PageDraft,
): Promise<PageReads> {
  const limits = (await read(keys.pageReads(id)))?.limits ?? defaultPageLimits;
  const reads = { ...newPageReads({ fetchBytes: null, tabBytes: pageBytes }), limits };
  if (!seller.page?.isKeptUpToDate || seller.accountUrl === null) return reads;
  return tryFetch({ ...reads, fetchBytes: documentBytes }, seller.accountUrl, recipe, seen);
}

/** A document whose size is not known is reckoned as this large while it is tried. */
const usualDocumentBytes = 100_000;

/**
 * Tries the same again after a visit, as long as it was not found to be right: what was used meanwhile may have made the
 * figures differ. `seen`: what the visible page says now.
 */
export async function retryFetch(
  { id, seller }: Account,
  recipe: PageRecipe,
  seen: readonly ReadPart[],
): Promise<void> {
  const reads = await read(keys.pageReads(id));
  const { accountUrl, page } = seller;
  if (!reads || !page?.isKeptUpToDate || accountUrl === null || reads.fetchBytes !== null) return;
  const spent = spentLately(reads, Date.now()).reduce((sum, { bytes }) => sum + bytes, 0);
  if (reads.trialsLeft === 0 || reads.rest || spent + usualDocumentBytes > reads.limits.dailyBytes) return;
  const tried = await tryFetch({ ...reads, fetchBytes: usualDocumentBytes }, accountUrl, recipe, seen);
  const { fetchBytes, trialsLeft, spent: charged } = tried;
  await updatePageReads(id, (saved) => ({ ...saved, fetchBytes, trialsLeft, spent: charged }));
}

async function tryFetch(
  reads: PageReads,
  url: string,
  recipe: PageRecipe,
  seen: readonly ReadPart[],
): Promise<PageReads> {
  const begun = withReadBegun({ ...reads, trialsLeft: reads.trialsLeft - 1 }, 'fetch', Date.now());
  const fetched = await fetchPage(url, recipe).catch(() => null);
  const isSame = fetched?.reading.kind === 'read' && isSameFigures(fetched.reading.parts, seen);
  return withReadEnded(begun, 'fetch', {
    bytes: fetched?.bytes ?? null,
    outcome: { kind: isSame ? 'changed' : 'misplaced' },
    now: Date.now(),
  });
}
