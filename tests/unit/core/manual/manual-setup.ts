import { type ManualPlan, toManualSnapshot } from '../../../../utils/core/manual/manual-plan.ts';
import type { Card, Plan } from '../../../../utils/core/usage/card.ts';
import type { UsageSnapshot } from '../../../../utils/core/usage/usage-snapshot.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';

/* A plan a person entered, and what it is at a moment by the clocks of a zone. */

export const at = (text: string) => Date.parse(text);

/** 3 GB for 30 days, of which 2 GB were left an hour after noon. */
export function makeManualPlan(some: Partial<ManualPlan> = {}): ManualPlan {
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
    ...some,
  };
}

/** 3 GB a month from that day on, of which 2 GB were left. */
export function monthly(monthlyDay: number, some: Partial<ManualPlan> = {}): ManualPlan {
  return makeManualPlan({ monthlyDay, endsAt: null, ...some });
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
