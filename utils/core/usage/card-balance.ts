import { type Rounding, wholeParts } from '../values/bytes.ts';
import type { Balance, Card, CoarseLevel, Module, Plan } from './card.ts';

/** What a card has left. `totalBytes` is null when it would contradict what is left. */
export type CardBalance =
  | { kind: 'known'; leftBytes: number; totalBytes: number | null }
  | { kind: 'unlimited' }
  | { kind: 'coarse'; level: CoarseLevel; upperBytes: number }
  | { kind: 'unknown' };

export type ActiveModule = { plan: Plan; module: Module; endsAt: number | null };

/** The modules that count at `now` (seller's clock): active, begun, not ended, and good for any traffic. */
export function activeModules(card: Card, now: number): ActiveModule[] {
  return card.plans
    .filter((plan) => plan.state === 'active' && (plan.startsAt === null || plan.startsAt <= now))
    .flatMap((plan) => plan.modules.map((module) => ({ plan, module, endsAt: module.expiresAt ?? plan.expiresAt })))
    .filter(({ plan, module, endsAt }) => {
      const ended = (endsAt !== null && endsAt <= now) || (plan.expiresAt !== null && plan.expiresAt <= now);
      return !ended && module.state !== 'expired' && module.categories.includes('generic');
    });
}

const worst: readonly CoarseLevel[] = ['out', 'low', 'high'];

/** The card's one figure at `now` (seller's clock), by the rules of the account API, section 3. */
export function cardBalance(card: Card, now: number): CardBalance {
  const counting = activeModules(card, now).map(({ module }) => module.balance);
  if (card.state !== 'active') {
    const quotas = counting.map((balance) => (balance.kind === 'known' ? balance.quotaBytes : 0));
    const total = quotas.reduce((sum, quota) => sum + quota, 0);
    return { kind: 'known', leftBytes: 0, totalBytes: total > 0 ? total : null };
  }
  if (counting.some((balance) => balance.kind === 'unlimited')) return { kind: 'unlimited' };
  const known = counting.filter((balance) => balance.kind === 'known');
  if (known.length > 0) {
    const leftBytes = known.reduce((sum, balance) => sum + balance.remainingBytes, 0);
    const totalBytes = known.reduce((sum, balance) => sum + balance.quotaBytes, 0);
    return { kind: 'known', leftBytes, totalBytes: leftBytes > totalBytes ? null : totalBytes };
  }
  const coarse = counting.filter((balance) => balance.kind === 'coarse');
  coarse.sort((a, b) => worst.indexOf(a.level) - worst.indexOf(b.level) || a.upperBytes - b.upperBytes);
  return coarse[0] ?? { kind: 'unknown' };
}

/**
 * What a known figure says in a view, and how it may be rounded: what is left is never too much, what is used never too
 * little. Without a total there is only what is left.
 */
export function displayedAmount(
  { leftBytes, totalBytes }: { leftBytes: number; totalBytes: number | null },
  view: DisplayMode,
): { bytes: number; isUsed: boolean; rounding: Rounding } {
  if (view === 'left' || totalBytes === null) return { bytes: leftBytes, isUsed: false, rounding: 'cut' };
  return { bytes: totalBytes - leftBytes, isUsed: true, rounding: 'up' };
}

/** The figure of one module by itself. */
export function moduleBalance(balance: Balance): CardBalance {
  if (balance.kind !== 'known') return balance;
  const { remainingBytes: leftBytes, quotaBytes } = balance;
  return { kind: 'known', leftBytes, totalBytes: leftBytes > quotaBytes ? null : quotaBytes };
}

/** Whether a module counts whose balance the seller did not tell (it is listed and said, never summed). */
export function hasUnknownModule(card: Card, now: number): boolean {
  return activeModules(card, now).some(({ module }) => module.balance.kind === 'unknown');
}

/** Every module that counted when the card was measured has ended since: the old amount is no longer true. */
export function hasExpired(card: Card, now: number): boolean {
  return activeModules(card, card.measuredAt).length > 0 && activeModules(card, now).length === 0;
}

/** When the figure ends (seller's clock): the earliest end of what has something left, else the latest end. */
export function balanceEndsAt(card: Card, now: number): number | null {
  return nextToExpire(card, now)?.endsAt ?? null;
}

/** When the card expires (seller's clock): a period that begins anew by itself is no end, its plan's end is. */
export function cardExpiresAt(card: Card, now: number): number | null {
  const ending = nextToExpire(card, now);
  if (!ending) return null;
  return ending.module.refreshPeriod === 'none' ? ending.endsAt : ending.plan.expiresAt;
}

/** When the last of a card's plans ended or will end; what to show of a card on which nothing counts any more. */
export function lastPlanEndsAt(card: Card): number | null {
  const ends = card.plans.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]));
  return ends.length === 0 ? null : Math.max(...ends);
}

/** The counting module whose end is the figure's end, with its plan. */
export function nextToExpire(card: Card, now: number): ActiveModule | null {
  const counting = activeModules(card, now);
  const candidates = counting.length > 0 ? counting : activeModules(card, card.measuredAt);
  const filled = candidates.filter(({ module }) => !isEmpty(module));
  return byEnd(filled)[0] ?? filled[0] ?? byEnd(candidates).at(-1) ?? candidates[0] ?? null;
}

/** Those whose end is known, the earliest first. */
function byEnd(entries: ActiveModule[]): ActiveModule[] {
  return entries
    .filter((entry): entry is ActiveModule & { endsAt: number } => entry.endsAt !== null)
    .sort((a, b) => a.endsAt - b.endsAt);
}

function isEmpty({ balance }: Module): boolean {
  return (
    (balance.kind === 'known' && balance.remainingBytes === 0) || (balance.kind === 'coarse' && balance.level === 'out')
  );
}

/** Whole percent of the total that is left, cut; null where there is no total. */
export function remainingPercent(balance: CardBalance): number | null {
  if (balance.kind !== 'known') return null;
  if (balance.leftBytes === 0) return 0;
  return balance.totalBytes === null ? null : wholeParts(balance.leftBytes * 100, balance.totalBytes);
}

/** `leftBytes` is at or under `percent` of the total: exact, without rounding a share first. */
export function isAtOrBelowPercent(balance: CardBalance, percent: number): boolean {
  if (balance.kind === 'coarse') return balance.level === 'out';
  if (balance.kind !== 'known') return false;
  if (balance.leftBytes === 0) return true;
  return balance.totalBytes !== null && balance.leftBytes * 100 <= balance.totalBytes * percent;
}

/** The share that is left, 0 … 1, as a bar shows it: coarse levels have a place of their own, unknown is null. */
export function remainingShare(balance: CardBalance): number | null {
  if (balance.kind === 'unlimited') return 1;
  if (balance.kind === 'unknown') return null;
  if (balance.kind === 'coarse') return { out: 0, low: 0.25, high: 0.75 }[balance.level];
  if (balance.leftBytes === 0) return 0;
  return balance.totalBytes === null ? 1 : balance.leftBytes / balance.totalBytes;
}

/** Whether figures say what is left or what is used, everywhere. */
export type DisplayMode = 'left' | 'used';
