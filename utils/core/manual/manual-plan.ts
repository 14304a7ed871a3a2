import type { Offer } from '../offers/offer.ts';
import { previewPurchase } from '../offers/purchase-preview.ts';
import { type Balance, type Card, type CardState, type Plan, singleModule } from '../usage/card.ts';
import type { UsageSnapshot } from '../usage/usage-snapshot.ts';
import type { Money } from '../values/money.ts';
import { billingMonth, dayMs, hourMs, minuteMs } from '../values/time.ts';

/**
 * A plan as the user entered it. `quotaBytes` null: unlimited; unknown: only what is left was entered. It ends at
 * `endsAt`, or renews each month on `monthlyDay`; with neither it has no end. `left`: what the user last entered as
 * left, and when; null: never, or unlimited. `ussdCode`: what the user dials for the balance. All times by our clock.
 */
export type ManualPlan = {
  quotaBytes: number | 'unknown' | null;
  startsAt: number | null;
  endsAt: number | null;
  monthlyDay: number | null;
  graceDays: number;
  region: string;
  ussdCode: string | null;
  renewal: { url: string; cost: Money | null } | null;
  left: { bytes: number; at: number } | null;
  /** Not begun: it lasts `days` from its first use, and is lost unless it begins by `by`. Null: it has begun. */
  firstUse: { by: number | null; days: number | null } | null;
  /** When the SIM or its number ends without a top-up. */
  lineEndsAt: number | null;
  credit: Money | null;
};

/** How long an entered balance is shown as current. */
const currentForMs = 2 * dayMs;
/** The longest minimum interval between checks: an entered balance changes only at the dates of its plan. */
const maxIntervalMs = 12 * hourMs;

/**
 * The entered plan as a snapshot, as if a seller had sent it at `now` (our clock). `zone`: for the months, local by
 * default.
 */
export function toManualSnapshot(
  manualPlan: ManualPlan,
  { key, title }: { key: string; title: string },
  now: number,
  zone?: string,
): UsageSnapshot {
  const period = periodFor(manualPlan, now, zone);
  const { balance, measuredAt } = balanceFor(manualPlan, period.startsAt, now);
  const card: Card = {
    key,
    title,
    subscriberId: null,
    state: stateFor(manualPlan, now),
    measuredAt,
    plans: [
      {
        id: key,
        name: title,
        ...datesOf(manualPlan, period.startsAt, now),
        regions: manualPlan.region === '' ? [] : manualPlan.region.split(',').map((part) => part.trim()),
        // The end of a recurring month is the module's, not the plan's.
        modules: [
          manualPlan.monthlyDay === null
            ? singleModule(key, balance)
            : { ...singleModule(key, balance, 'monthly'), expiresAt: period.endsAt },
        ],
      },
    ],
    lineEndsAt: manualPlan.lineEndsAt,
    credit: manualPlan.credit,
    link: manualPlan.renewal && { kind: 'renew', ...manualPlan.renewal },
  };
  return {
    accountKey: null,
    cards: [card],
    measuredAt,
    expiresAt: measuredAt + currentForMs,
    checkedAt: now,
    skewMs: 0,
    floorMs: msUntilChange(manualPlan, period.endsAt, now),
    etag: null,
  };
}

/**
 * The entered plan after `offer` was bought for it, with the effect the seller gives for the offer. `now`: our clock.
 */
export function manualPlanAfterPurchase(manualPlan: ManualPlan, card: Card, offer: Offer, now: number): ManualPlan {
  const { kind, startsAt, endsAt, addedBytes } = previewPurchase(card, offer, now);
  if (startsAt === null || startsAt > now) return manualPlan;
  // Before its first use there is nothing that could have begun.
  if (manualPlan.firstUse) return { ...manualPlan, quotaBytes: quotaWith(manualPlan.quotaBytes, addedBytes) };
  const isAdded = kind !== 'fresh' && kind !== 'replace';
  return {
    ...manualPlan,
    quotaBytes: isAdded ? quotaWith(manualPlan.quotaBytes, addedBytes) : addedBytes,
    startsAt: kind === 'fresh' || kind === 'replace' ? now : manualPlan.startsAt,
    endsAt: manualPlan.monthlyDay === null ? (endsAt ?? manualPlan.endsAt) : manualPlan.endsAt,
  };
}

/**
 * The entered plan after the user entered what is left, at `now` (our clock). Where that is less than all of a plan
 * that had not begun, it has been used: as far as is known, from now on.
 */
export function manualPlanWithLeft(manualPlan: ManualPlan, bytes: number, now: number): ManualPlan {
  const { firstUse, quotaBytes, left } = manualPlan;
  const entered = { ...manualPlan, left: { bytes, at: now } };
  const size = typeof quotaBytes === 'number' ? quotaBytes : (left?.bytes ?? bytes);
  if (firstUse === null || bytes >= size) return entered;
  const endsAt = firstUse.days === null ? manualPlan.endsAt : now + firstUse.days * dayMs;
  return { ...entered, firstUse: null, startsAt: now, endsAt };
}

/** State and dates of the plan. One that begins at first use has none before. */
function datesOf(
  { firstUse, endsAt }: ManualPlan,
  startsAt: number | null,
  now: number,
): Pick<Plan, 'state' | 'startsAt' | 'expiresAt' | 'durationMs' | 'startBefore'> {
  if (!firstUse)
    return { state: startsAt !== null && startsAt > now ? 'queued' : 'active', startsAt, expiresAt: endsAt };
  const durationMs = firstUse.days === null ? null : firstUse.days * dayMs;
  return { state: 'not-started', startsAt: null, expiresAt: null, durationMs, startBefore: firstUse.by };
}

function quotaWith(quotaBytes: ManualPlan['quotaBytes'], addedBytes: number | null): ManualPlan['quotaBytes'] {
  if (quotaBytes === null || addedBytes === null) return addedBytes;
  return quotaBytes === 'unknown' ? quotaBytes : quotaBytes + addedBytes;
}

/**
 * A balance that is unlimited, or cannot be used yet, never becomes outdated. A new month counts as full, measured at
 * its beginning.
 */
function balanceFor(
  manualPlan: ManualPlan,
  startsAt: number | null,
  now: number,
): { balance: Balance; measuredAt: number } {
  const { quotaBytes, left, monthlyDay, firstUse } = manualPlan;
  if (quotaBytes === null) return { balance: { kind: 'unlimited' }, measuredAt: now };
  if (firstUse) return { balance: knownBalance(quotaBytes, left?.bytes ?? quotaBytes), measuredAt: now };
  const isNewPeriod =
    monthlyDay !== null && startsAt !== null && startsAt <= now && (left === null || left.at < startsAt);
  if (isNewPeriod) return { balance: knownBalance(quotaBytes, quotaBytes), measuredAt: startsAt };
  if (left === null) return { balance: { kind: 'unknown' }, measuredAt: now };
  return { balance: knownBalance(quotaBytes, left.bytes), measuredAt: left.at };
}

/** Without a total the quota is 0: more is left than that, so that no total is shown. */
function knownBalance(quotaBytes: number | 'unknown', remainingBytes: number | 'unknown'): Balance {
  if (remainingBytes === 'unknown') return { kind: 'unknown' };
  if (quotaBytes !== 'unknown') return { kind: 'known', quotaBytes, remainingBytes, reservedBytes: 0 };
  if (remainingBytes === 0) return { kind: 'coarse', level: 'out', upperBytes: 0 };
  return { kind: 'known', quotaBytes: 0, remainingBytes, reservedBytes: 0 };
}

/** After its end a card with a grace period can still receive, but has no data; after that it has expired. */
function stateFor({ endsAt, graceDays }: ManualPlan, now: number): CardState {
  if (endsAt === null || graceDays === 0 || now < endsAt) return 'active';
  return now < endsAt + graceDays * dayMs ? 'grace' : 'expired';
}

/**
 * The month `now` is in, within the plan's dates; the plan's dates alone where it is not monthly, over, or not begun.
 */
function periodFor(
  manualPlan: ManualPlan,
  now: number,
  zone?: string,
): { startsAt: number | null; endsAt: number | null } {
  const { startsAt, endsAt, monthlyDay } = manualPlan;
  const isOver = endsAt !== null && endsAt <= now;
  if (monthlyDay === null || isOver || (startsAt !== null && startsAt > now)) return { startsAt, endsAt };
  const month = billingMonth(monthlyDay, now, zone);
  return {
    startsAt: Math.max(month.startsAt, startsAt ?? month.startsAt),
    endsAt: Math.min(month.endsAt, endsAt ?? month.endsAt),
  };
}

function msUntilChange({ startsAt, endsAt, graceDays }: ManualPlan, periodEnd: number | null, now: number): number {
  const changes = [startsAt, periodEnd, endsAt, endsAt === null ? null : endsAt + graceDays * dayMs];
  const future = changes.filter((at) => at !== null && at > now) as number[];
  return Math.max(minuteMs, Math.min(maxIntervalMs, ...future.map((at) => at - now)));
}
