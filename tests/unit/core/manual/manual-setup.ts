import { type ManualPlan, toManualSnapshot } from '../../../../utils/core/manual/manual-plan.ts';
import type { Card, Plan } from '../../../../utils/core/usage/card.ts';
import type { UsageSnapshot } from '../../../../utils/core/usage/usage-snapshot.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';

/* A manually entered plan, and its snapshot at a given time in a given zone. */

export const at = (text: string) => Date.parse(text);

/** 3 GB that end in 20 days, of which 2 GB were left at `start`. */
export function makeManualPlan(overrides: Partial<ManualPlan> = {}): ManualPlan {
  return {
    quotaBytes: 3e9,
    startsAt: null,
    endsAt: start + 20 * dayMs,
    monthlyDay: null,
    graceDays: 0,
    region: '',
    ussdCode: null,
    renewal: null,
    left: { bytes: 2e9, at: start },
    firstUse: null,
    lineEndsAt: null,
    credit: null,
    ...overrides,
  };
}

/** 3 GB a month, renewed on that day, of which 2 GB were left at `start`. */
export function monthly(monthlyDay: number, overrides: Partial<ManualPlan> = {}): ManualPlan {
  return makeManualPlan({ monthlyDay, endsAt: null, ...overrides });
}

export function readManualPlan(
  manualPlan: ManualPlan,
  now: number,
  zone = 'UTC',
): { snapshot: UsageSnapshot; card: Card; plan: Plan } {
  const snapshot = toManualSnapshot(manualPlan, { key: 'k', title: 'Prepaid' }, now, zone);
  const [card] = snapshot.cards;
  const [plan] = card?.plans ?? [];
  if (!card || !plan) throw new Error('No plan');
  return { snapshot, card, plan };
}
