import { type Rounding, sumBytes, wholeParts } from '../values/bytes.ts';
import { latestOf } from '../values/time.ts';
import { type Balance, type Card, type CoarseLevel, hasBegun, type Module, type Plan } from './card.ts';
import { lapsesAt, type PlanSize, type PlanStart, waitingPlans } from './waiting-plans.ts';

/**
 * What a card has left. `totalBytes` null: not known, or less than what is left. not-started: nothing can be used yet,
 * but a plan waits that is for `size`. no-plan: there is nothing to use up, which is neither zero nor unknown.
 */
export type CardBalance =
  | { kind: 'known'; leftBytes: number; totalBytes: number | null }
  | { kind: 'unlimited' }
  | { kind: 'coarse'; level: CoarseLevel; upperBytes: number }
  | { kind: 'not-started'; size: PlanSize; start: PlanStart }
  | { kind: 'no-plan' }
  | { kind: 'unknown' };

export type ActiveModule = { plan: Plan; module: Module; endsAt: number | null };

/**
 * The modules that count towards the balance at `now` (seller's clock): begun, not ended, and usable for any traffic.
 * `endsAt` null: no end is known.
 */
export function activeModules(card: Card, now: number): ActiveModule[] {
  return card.plans
    .filter((plan) => hasBegun(plan, card.measuredAt, now))
    .flatMap((plan) => plan.modules.map((module) => ({ plan, module, endsAt: module.expiresAt ?? plan.expiresAt })))
    .filter(({ plan, module, endsAt }) => {
      const hasEnded = (endsAt !== null && endsAt <= now) || (plan.expiresAt !== null && plan.expiresAt <= now);
      return !hasEnded && module.state !== 'expired' && module.categories.includes('generic');
    });
}

const levelsWorstFirst: readonly CoarseLevel[] = ['out', 'low', 'high'];

/** The card's balance over all active modules at `now` (seller's clock), by the rules of the account API, section 3. */
export function cardBalance(card: Card, now: number): CardBalance {
  const balances = activeModules(card, now).map(({ module }) => module.balance);
  if (card.state !== 'active') {
    const quotas = balances.map((balance) => (balance.kind === 'known' ? balance.quotaBytes : 0));
    const total = sumBytes(quotas);
    return { kind: 'known', leftBytes: 0, totalBytes: total > 0 ? total : null };
  }
  const [next] = balances.length > 0 || hasNewPeriodBegun(card, now) ? [] : waitingPlans(card, now);
  if (next) return { kind: 'not-started', size: next.size, start: next.start };
  if (balances.some((balance) => balance.kind === 'unlimited')) return { kind: 'unlimited' };
  const known = balances.filter((balance) => balance.kind === 'known');
  const leftBytes = sumBytes(known.map(({ remainingBytes }) => remainingBytes));
  const totalBytes = sumBytes(known.map(({ quotaBytes }) => quotaBytes));
  if (leftBytes > 0 || totalBytes > 0) {
    return { kind: 'known', leftBytes, totalBytes: leftBytes > totalBytes ? null : totalBytes };
  }
  const coarse = balances.filter((balance) => balance.kind === 'coarse');
  coarse.sort(
    (a, b) => levelsWorstFirst.indexOf(a.level) - levelsWorstFirst.indexOf(b.level) || a.upperBytes - b.upperBytes,
  );
  const hasNothingElse = known.length === balances.length && (known.length > 0 || card.plans.length === 0);
  return coarse[0] ?? { kind: hasNothingElse ? 'no-plan' : 'unknown' };
}

/**
 * The amount of a known balance to show in a display mode, and its direction of rounding. Without a total it is always
 * what is left.
 */
export function displayedAmount(
  { leftBytes, totalBytes }: { leftBytes: number; totalBytes: number | null },
  view: DisplayMode,
): { bytes: number; isUsed: boolean; rounding: Rounding } {
  if (view === 'left' || totalBytes === null) return { bytes: leftBytes, isUsed: false, rounding: 'cut' };
  return { bytes: totalBytes - leftBytes, isUsed: true, rounding: 'up' };
}

/** The balance of one module by itself. */
export function moduleBalance(balance: Balance): CardBalance {
  if (balance.kind !== 'known') return balance;
  const { remainingBytes: leftBytes, quotaBytes } = balance;
  return { kind: 'known', leftBytes, totalBytes: leftBytes > quotaBytes ? null : quotaBytes };
}

/**
 * Whether the seller gives no balance for one of the active modules: it is listed as such, and left out of the sum.
 * `now`: seller's clock.
 */
export function hasUnknownModule(card: Card, now: number): boolean {
  return activeModules(card, now).some(({ module }) => module.balance.kind === 'unknown');
}

/**
 * What was usable when the card was measured has ended by `now` (seller's clock), or the plan that waited then has
 * lapsed, and no other waits: the old balance is no longer true. Without a data plan nothing ends.
 */
export function hasExpired(card: Card, now: number): boolean {
  if (activeModules(card, now).length > 0 || cardBalance(card, now).kind === 'not-started') return false;
  return haveAllEnded(card, now) || cardBalance(card, card.measuredAt).kind === 'not-started';
}

/** Whether a card has only begun a new period by `now` (seller's clock), of which the seller has said nothing yet. */
export function hasNewPeriodBegun(card: Card, now: number): boolean {
  if (!haveAllEnded(card, now)) return false;
  return activeModules(card, card.measuredAt).some(
    ({ plan, module }) => module.refreshPeriod !== 'none' && (plan.expiresAt === null || plan.expiresAt > now),
  );
}

/** Every module that was active when the card was measured. */
function haveAllEnded(card: Card, now: number): boolean {
  if (activeModules(card, card.measuredAt).length === 0 || activeModules(card, now).length > 0) return false;
  return cardBalance(card, card.measuredAt).kind !== 'no-plan';
}

/**
 * When the balance ends (seller's clock): the earliest end of a module with data left, else the latest end; null: no
 * end is known.
 */
export function balanceEndsAt(card: Card, now: number): number | null {
  return nextToExpire(card, now)?.endsAt ?? null;
}

/**
 * When the card expires (seller's clock): of a module with a recurring period, when its plan ends; null: no end is
 * known.
 */
export function cardExpiresAt(card: Card, now: number): number | null {
  const ending = nextToExpire(card, now);
  if (!ending) return null;
  return ending.module.refreshPeriod === 'none' ? ending.endsAt : ending.plan.expiresAt;
}

/**
 * When the last of a card's plans ended, lapsed or will (seller's clock), for a card without active modules; null: not
 * known.
 */
export function lastPlanEndsAt(card: Card): number | null {
  return latestOf(card.plans.map((plan) => plan.expiresAt ?? lapsesAt(plan)));
}

/**
 * The active module whose end is that of the balance (see `balanceEndsAt`), with its plan; null: there is none, or the
 * card stands for a plan that has not begun.
 */
export function nextToExpire(card: Card, now: number): ActiveModule | null {
  const active = activeModules(card, now);
  if (active.length === 0 && cardBalance(card, now).kind === 'not-started') return null;
  const candidates = active.length > 0 ? active : activeModules(card, card.measuredAt);
  const withData = candidates.filter(({ module }) => !isEmpty(module));
  return byEnd(withData)[0] ?? withData[0] ?? byEnd(candidates).at(-1) ?? candidates[0] ?? null;
}

/** The modules whose end is known, the earliest first. */
function byEnd(modules: ActiveModule[]): ActiveModule[] {
  return modules
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

/** Whether at most `percent` of the total is left; computed on whole bytes, as a rounded share could be wrong. */
export function isAtOrBelowPercent(balance: CardBalance, percent: number): boolean {
  if (balance.kind === 'coarse') return balance.level === 'out';
  if (balance.kind !== 'known') return false;
  if (balance.leftBytes === 0) return true;
  return balance.totalBytes !== null && balance.leftBytes * 100 <= balance.totalBytes * percent;
}

/** The share that is left, 0 … 1, as a bar shows it: coarse levels have fixed values; null: not known. */
export function remainingShare(balance: CardBalance): number | null {
  if (balance.kind === 'unlimited') return 1;
  if (balance.kind === 'unknown' || balance.kind === 'no-plan' || balance.kind === 'not-started') return null;
  if (balance.kind === 'coarse') return { out: 0, low: 0.25, high: 0.75 }[balance.level];
  if (balance.leftBytes === 0) return 0;
  return balance.totalBytes === null ? 1 : balance.leftBytes / balance.totalBytes;
}

/** Whether balances are shown as what is left or as what is used. */
export type DisplayMode = 'left' | 'used';
