import type { Offer } from '../offers/offer.ts';
import { previewPurchase } from '../offers/purchase-preview.ts';
import { type Balance, type Card, type CardState, singleModule } from '../usage/card.ts';
import type { UsageSnapshot } from '../usage/usage-snapshot.ts';
import type { Money } from '../values/money.ts';
import { billingMonth, dayMs, hourMs, minuteMs } from '../values/time.ts';

/**
 * A plan as the user entered it. `quotaBytes` null: unlimited. It ends at `endsAt`, or renews each month on
 * `monthlyDay`; with neither it has no end. `left`: what the user last entered as left, and when; null: never, or
 * unlimited. `ussdCode`: what the user dials for the balance. All times by our clock.
 */
export type ManualPlan = {
  quotaBytes: number | null;
  startsAt: number | null;
  endsAt: number | null;
  monthlyDay: number | null;
  graceDays: number;
  region: string;
  ussdCode: string | null;
  renewal: { url: string; cost: Money | null } | null;
  left: { bytes: number; at: number } | null;
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
        state: period.startsAt !== null && period.startsAt > now ? 'queued' : 'active',
        startsAt: period.startsAt,
        expiresAt: manualPlan.endsAt,
        regions: manualPlan.region === '' ? [] : manualPlan.region.split(',').map((part) => part.trim()),
        // The end of a recurring month is the module's, not the plan's.
        modules: [
          manualPlan.monthlyDay === null
            ? singleModule(key, balance)
            : { ...singleModule(key, balance, 'monthly'), expiresAt: period.endsAt },
        ],
      },
    ],
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
  const isNewQuota = kind === 'fresh' || kind === 'replace' || manualPlan.quotaBytes === null || addedBytes === null;
  return {
    ...manualPlan,
    quotaBytes: isNewQuota ? addedBytes : (manualPlan.quotaBytes ?? 0) + (addedBytes ?? 0),
    startsAt: kind === 'fresh' || kind === 'replace' ? now : manualPlan.startsAt,
    endsAt: manualPlan.monthlyDay === null ? (endsAt ?? manualPlan.endsAt) : manualPlan.endsAt,
  };
}

/** An unlimited balance never becomes outdated. A new month counts as full, measured at its beginning. */
function balanceFor(
  manualPlan: ManualPlan,
  startsAt: number | null,
  now: number,
): { balance: Balance; measuredAt: number } {
  const { quotaBytes, left, monthlyDay } = manualPlan;
  if (quotaBytes === null) return { balance: { kind: 'unlimited' }, measuredAt: now };
  const full = { kind: 'known', quotaBytes, remainingBytes: quotaBytes, reservedBytes: 0 } as const;
  const isNewPeriod =
    monthlyDay !== null && startsAt !== null && startsAt <= now && (left === null || left.at < startsAt);
  if (isNewPeriod) return { balance: full, measuredAt: startsAt };
  if (left === null) return { balance: { kind: 'unknown' }, measuredAt: now };
  return { balance: { ...full, remainingBytes: left.bytes }, measuredAt: left.at };
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
