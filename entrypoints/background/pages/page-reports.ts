import type { PageAccount, PageSender } from '../../../utils/browser/page/content-messages.ts';
import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import type { PageReads } from '../../../utils/core/page/ways/page-reads.ts';
import { isSameFigures } from '../../../utils/core/page/ways/same-figures.ts';
import { parsePageReport } from '../../../utils/core/storage/page-schemas.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { toMatchPattern } from '../../../utils/core/values/urls.ts';
import { read, readAccounts, readAll } from '../state/state-store.ts';
import { updatePageReads } from './page-figures.ts';
import { takeTabReading } from './reading-tab.ts';

/* What a script on the page is told and may tell: of accounts of its own origin alone. */

/** The accounts whose page may be this one. `isPressed`: also those whose page is read only then. */
export async function accountsAt({ origin }: PageSender, isPressed: boolean): Promise<PageAccount[]> {
  const accounts = (await readAccounts()).filter((account): account is Account => isAccountOf(account, origin));
  // A page that is open when the permission is taken back has its script still.
  const isGranted = isPressed || (await hasOrigins([toMatchPattern(origin)]));
  const wanted = accounts.filter(({ seller }) => isPressed || (isGranted && seller.page?.isKeptUpToDate));
  const values = await readAll(wanted.map(({ id }) => keys.recipe(id)));
  return wanted.flatMap(({ id }) => {
    const recipe = values(keys.recipe(id));
    return recipe ? [{ accountId: id, recipe }] : [];
  });
}

type PageReport = NonNullable<ReturnType<typeof parsePageReport>>;

/**
 * What becomes of a report. ignored: it is none, of an account of another origin, or older than what is known · awaited:
 * the reading in a tab has it · too-soon: another one was taken within the minute.
 */
export type ReceivedReport = { kind: 'ignored' | 'awaited' | 'too-soon' } | { kind: 'taken'; report: PageReport };

export async function receiveReport(payload: unknown, { tabId, origin }: PageSender): Promise<ReceivedReport> {
  const report = parsePageReport(payload);
  const account = report && (await read(keys.account(report.accountId)));
  if (!report || !isAccountOf(account, origin)) return { kind: 'ignored' };
  const isKept = account?.seller.page?.isKeptUpToDate ?? false;
  if (isKept && !(await hasOrigins([toMatchPattern(origin)]))) return { kind: 'ignored' };
  const { accountId, reading, pageBytes } = report;
  if (takeTabReading(tabId, accountId, { reading, bytes: pageBytes })) return { kind: 'awaited' };
  const now = Date.now();
  if (isOutdated(await read(keys.snapshot(accountId)), now - report.ageMs, now)) return { kind: 'ignored' };
  let kind = 'too-soon' as 'ignored' | 'too-soon' | 'taken';
  await updatePageReads(accountId, (reads) => {
    const isKnown = isSameAsLast(reading, reads);
    kind = isKnown && isWithinMinute(reads.lastRead?.at ?? null, now) ? 'ignored' : kind;
    if (kind === 'ignored' || (!isKnown && isWithinMinute(reads.reportedAt, now))) return reads;
    kind = 'taken';
    // What was known takes nobody's turn.
    return { ...reads, reportedAt: isKnown ? reads.reportedAt : now, tabBytes: pageBytes ?? reads.tabBytes };
  });
  return kind === 'taken' ? { kind, report } : { kind };
}

/**
 * A page that was left open may say less than is known: nothing is taken that is older than the last figure. A figure of
 * the future is of before the clock was set back.
 */
function isOutdated(snapshot: UsageSnapshot | null, readAt: number, now: number): boolean {
  return snapshot !== null && snapshot.measuredAt <= now && readAt < snapshot.measuredAt;
}

function isSameAsLast(reading: PageReport['reading'], { lastRead }: PageReads): boolean {
  return reading.kind === 'read' && lastRead !== null && isSameFigures(reading.parts, lastRead.parts);
}

/** Something new is taken once a minute, however many pages are open; after the clock was set back at once. */
function isWithinMinute(at: number | null, now: number): boolean {
  return at !== null && now >= at && now - at < minuteMs;
}

function isAccountOf(account: Account | null, origin: string): boolean {
  return account !== null && account.seller.page !== null && account.seller.origin === origin;
}
