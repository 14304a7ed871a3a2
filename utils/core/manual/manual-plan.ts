import type { Offer } from '../offers/offer.ts';
import { previewPurchase } from '../offers/purchase-effect.ts';
import { type Balance, type Card, type CardState, singleModule } from '../usage/card.ts';
import type { UsageSnapshot } from '../usage/usage-snapshot.ts';
import type { Money } from '../values/money.ts';
import { billingMonth, dayMs, hourMs, minuteMs } from '../values/time.ts';

/**
 * A plan as the person entered it. `quotaBytes` null: unlimited. It ends at `endsAt`, or begins anew each month on
 * `monthlyDay`; with neither it has no end. `left`: what they last said is left, and when. `dial`: what they call to
 * ask.
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

/** What was entered may be shown as current this long. */
const currentForMs = 2 * dayMs;
/** Nothing changes by itself meanwhile: it is only looked at to see that. */
const maxIntervalMs = 12 * hourMs;

/** The entered plan as if a seller had told it at `now`. `zone`: of the clocks here. */
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
        // A month that begins anew by itself is no end of the plan.
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

/** The entered plan once `offer` was bought for it: what it does to such a card by the seller's word. */
export function manualPlanAfterPurchase(manualPlan: ManualPlan, card: Card, offer: Offer, now: number): ManualPlan {
  const { kind, startsAt, endsAt, addedBytes } = previewPurchase(card, offer, now);
  if (startsAt === null || startsAt > now) return manualPlan;
  const isAnew = kind === 'fresh' || kind === 'replace' || manualPlan.quotaBytes === null || addedBytes === null;
  return {
    ...manualPlan,
    quotaBytes: isAnew ? addedBytes : (manualPlan.quotaBytes ?? 0) + (addedBytes ?? 0),
    startsAt: kind === 'fresh' || kind === 'replace' ? now : manualPlan.startsAt,
    endsAt: manualPlan.monthlyDay === null ? (endsAt ?? manualPlan.endsAt) : manualPlan.endsAt,
  };
}

/** Unlimited data has no figure to grow old; a new period is taken to begin full, and grows old from there. */
function balanceFor(
  manualPlan: ManualPlan,
  startsAt: number | null,
  now: number,
): { balance: Balance; measuredAt: number } {
  const { quotaBytes, left, monthlyDay } = manualPlan;
  if (quotaBytes === null) return { balance: { kind: 'unlimited' }, measuredAt: now };
  const full = { kind: 'known', quotaBytes, remainingBytes: quotaBytes, reservedBytes: 0 } as const;
  const isNew = monthlyDay !== null && startsAt !== null && startsAt <= now && (left === null || left.at < startsAt);
  if (isNew) return { balance: full, measuredAt: startsAt };
  if (left === null) return { balance: { kind: 'unknown' }, measuredAt: now };
  return { balance: { ...full, remainingBytes: left.bytes }, measuredAt: left.at };
}

/** After its end a card with a time of grace receives but has no data, then it is over. */
function stateFor({ endsAt, graceDays }: ManualPlan, now: number): CardState {
  if (endsAt === null || graceDays === 0 || now < endsAt) return 'active';
  return now < endsAt + graceDays * dayMs ? 'grace' : 'expired';
}

/** The month that holds `now`, or the plan's own dates. */
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
  const turns = [startsAt, periodEnd, endsAt, endsAt === null ? null : endsAt + graceDays * dayMs];
  const coming = turns.filter((at) => at !== null && at > now) as number[];
  return Math.max(minuteMs, Math.min(maxIntervalMs, ...coming.map((at) => at - now)));
}
