import { keys } from '../../../utils/browser/storage-keys.ts';
import { isCreditAwaited } from '../../../utils/core/orders/order.ts';
import { decideNextRead, type NextRead } from '../../../utils/core/page/ways/next-read.ts';
import { newPageReads, type PageReads } from '../../../utils/core/page/ways/page-reads.ts';
import { isUnsent } from '../../../utils/core/polling/check-schedule.ts';
import { cardBalance, isAtOrBelowPercent } from '../../../utils/core/usage/card-balance.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { needsUserAction } from '../../../utils/core/values/failure.ts';
import { dayMs, latestOf } from '../../../utils/core/values/time.ts';
import { type AddTraffic, savingTraffic } from '../state/save-traffic.ts';
import { type Change, changeOf, readAll, type StoredValues, updateAll } from '../state/state-store.ts';

const nearlyEmptyPercent = 5;
/** By how much a reading may come later, so that not all people's come at once; not where somebody waits for it. */
const jitterShare = 0.1;

/** What is known of an account's page before anything is: as where it could not be read. */
export const noPageReads: PageReads = newPageReads({ fetchBytes: null, tabBytes: null });

/** Of an account with a page. `readAt` and `reads`: as they will be; absent: as they are stored. */
type Prospect = { isPressed?: boolean; reads?: PageReads; readAt?: number };

export async function nextPageRead(accountId: string, now: number, prospect: Prospect = {}): Promise<NextRead> {
  return decide(await readState(accountId), accountId, now, prospect);
}

/**
 * Sets the account's next check to when its page is next read by itself. Where that is never, to the next day, when
 * nothing happens. `notBefore`: something else is in the way until then.
 */
export async function schedulePageRead(accountId: string, notBefore = 0): Promise<void> {
  const now = Date.now();
  const next = decide(await readState(accountId), accountId, now, {});
  const jitterMs = next.reason === 'top-up' ? 0 : ((next.at ?? now) - now) * jitterShare * Math.random();
  const due = next.way === 'visit' ? now + dayMs : next.at + Math.round(jitterMs);
  const change = (values: StoredValues, addTraffic: AddTraffic): Change[] => {
    const check = values(keys.check(accountId));
    // What did not reach the site is tried again as for any other account.
    if (!check || (check.failure && isUnsent(check.failure) && check.nextCheckAt > now)) return [];
    const nextCheckAt = Math.max(due, notBefore);
    const traffic = addTraffic(check.traffic);
    return [changeOf(keys.check(accountId), { ...check, nextCheckAt, reason: 'seller-minimum', traffic })];
  };
  await savingTraffic((addTraffic) => updateAll([keys.check(accountId)], (values) => change(values, addTraffic)));
}

async function readState(accountId: string): Promise<StoredValues> {
  const ownKeys = [keys.account, keys.snapshot, keys.check, keys.pageReads].map((key) => key(accountId));
  const values = await readAll(ownKeys);
  const cards = values(keys.snapshot(accountId))?.cards ?? [];
  const orders = await readAll(cards.map(({ key }) => keys.orders({ accountId, cardKey: key })));
  return (key) => (key.kind === 'orders' ? orders(key) : values(key));
}

function decide(values: StoredValues, accountId: string, now: number, prospect: Prospect): NextRead {
  const snapshot = values(keys.snapshot(accountId));
  return decideNextRead({
    reads: prospect.reads ?? values(keys.pageReads(accountId)) ?? noPageReads,
    isKeptUpToDate: values(keys.account(accountId))?.seller.page?.isKeptUpToDate ?? false,
    readAt: prospect.readAt ?? snapshot?.checkedAt ?? null,
    topUpAt: snapshot && lastTopUpAt(values, accountId, snapshot, now),
    isNearlyEmpty: snapshot !== null && isNearlyEmpty(snapshot, now),
    needsUserAction: needsUserAction(values(keys.check(accountId))?.failure ?? null),
    isPressed: prospect.isPressed ?? false,
    now,
  });
}

function lastTopUpAt(values: StoredValues, accountId: string, { cards }: UsageSnapshot, now: number): number | null {
  const orders = cards.flatMap(({ key }) => values(keys.orders({ accountId, cardKey: key })) ?? []);
  return latestOf(orders.filter((order) => isCreditAwaited(order, now)).map(({ lastActivityAt }) => lastActivityAt));
}

function isNearlyEmpty({ cards, skewMs }: UsageSnapshot, now: number): boolean {
  return cards.some((card) => isAtOrBelowPercent(cardBalance(card, now + skewMs), nearlyEmptyPercent));
}
