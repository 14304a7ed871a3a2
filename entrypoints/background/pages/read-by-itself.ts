import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import type { UnreadReason } from '../../../utils/core/page/reading.ts';
import type { PageRecipe } from '../../../utils/core/page/recipe.ts';
import {
  expectedBytes,
  type ReadOutcome,
  type ReadWay,
  withReadBegun,
  withReadEnded,
} from '../../../utils/core/page/ways/page-reads.ts';
import { retryAfterOf } from '../../../utils/core/values/failure.ts';
import type { PageFigures } from '../../../utils/providers/adapter/provider.ts';
import { isProviderError, isUnreadPageError, unreadPageError } from '../../../utils/providers/http/provider-error.ts';
import { failureOfUnread, toFailure } from '../../../utils/providers/http/to-failure.ts';
import { countTraffic } from '../../../utils/providers/http/traffic-count.ts';
import { read } from '../state/state-store.ts';
import { type FetchedReading, fetchPage } from './fetch-page.ts';
import { recordFigures, updatePageReads } from './page-figures.ts';
import { noPageReads } from './page-schedule.ts';
import { readInTab } from './reading-tab.ts';
import { isUntold, untoldError } from './untold-error.ts';

/** How many readings in a row by itself have to miss the number until the user is told. */
const missesToTell = 2;

/**
 * Reads an account's page by itself, in the way that is due; it is charged to the day's budget before. Throws what
 * `fetchPage` throws, and an `UnreadPageError` where the page tells no figure.
 */
export async function readPageByItself(account: Account, way: ReadWay): Promise<PageFigures> {
  const { id, seller } = account;
  const recipe = await read(keys.recipe(id));
  if (!recipe || seller.accountUrl === null) throw unreadPageError('changed');
  await updatePageReads(id, (reads) => withReadBegun(reads, way, Date.now()));
  try {
    const { reading, bytes } = await readBy(way, id, seller.accountUrl, recipe);
    if (reading.kind === 'read') {
      return await recordFigures(account, recipe, reading.parts, (reads, isSame) =>
        withReadEnded(reads, way, { bytes, outcome: { kind: isSame ? 'same' : 'changed' }, now: Date.now() }),
      );
    }
    throw await afterUnread(id, way, reading.reason, bytes);
  } catch (error) {
    if (!isUnreadPageError(error) && !isUntold(error)) await afterError(id, way, error);
    throw error;
  }
}

async function readBy(way: ReadWay, id: string, url: string, recipe: PageRecipe): Promise<FetchedReading> {
  if (way === 'fetch') return fetchPage(url, recipe);
  const inTab = await readInTab(id, url, recipe);
  if (inTab) {
    countTraffic(inTab.bytes ?? expectedBytes((await read(keys.pageReads(id))) ?? noPageReads, way));
    return inTab;
  }
  // No tab may be opened at the moment, and nothing was taken from the budget.
  await updatePageReads(id, (reads) => ({ ...reads, spent: reads.spent.slice(0, -1) }));
  throw untoldError();
}

async function afterUnread(id: string, way: ReadWay, reason: UnreadReason, bytes: number | null): Promise<Error> {
  const isMiss = failureOfUnread(reason).kind === 'page-changed';
  const kind = reason === 'too-large' ? 'misplaced' : 'failed';
  const { misses } = await updatePageReads(id, (reads) => ({
    ...withReadEnded(reads, way, { bytes, outcome: { kind }, now: Date.now() }),
    misses: reads.misses + (isMiss ? 1 : 0),
  }));
  return isMiss && misses < missesToTell ? untoldError() : unreadPageError(reason);
}

/** 403, 429 and 5xx: the site does not want it, or cannot. */
async function afterError(id: string, way: ReadWay, error: unknown): Promise<void> {
  const isTurnedAway = isProviderError(error) && (error.status === 403 || error.status === 429 || error.status >= 500);
  const until = isTurnedAway ? retryAfterOf(toFailure(error, Date.now(), true)) : null;
  const outcome: ReadOutcome = isTurnedAway ? { kind: 'turned-away', until } : { kind: 'failed' };
  await updatePageReads(id, (reads) => withReadEnded(reads, way, { bytes: null, outcome, now: Date.now() }));
}
