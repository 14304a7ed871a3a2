import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ManualPlan, manualPlanAfterPurchase } from '../../../../utils/core/manual/manual-plan.ts';
import type { PurchaseEffect } from '../../../../utils/core/offers/offer.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { makeOffer, start } from '../../support/builders.ts';
import { makeManualPlan, monthly, readManualPlan } from './manual-setup.ts';

/** The entered plan after 3 GB for 30 days were bought for it. */
function afterPurchase(
  manualPlan: ManualPlan,
  effect: PurchaseEffect,
  now = start,
  overrides: object = {},
): ManualPlan {
  return manualPlanAfterPurchase(
    manualPlan,
    readManualPlan(manualPlan, now).card,
    makeOffer({ effect, ...overrides }),
    now,
  );
}

const thirtyDays = start + 30 * dayMs;

describe('what was bought for an entered plan', () => {
  test.each<[PurchaseEffect, Partial<ManualPlan>]>([
    ['add', { quotaBytes: 6e9, endsAt: thirtyDays }],
    ['reset-validity', { quotaBytes: 6e9, endsAt: thirtyDays }],
    ['replace', { quotaBytes: 3e9, startsAt: start, endsAt: thirtyDays }],
    ['queue', {}],
    ['unknown', {}],
  ])('as the seller’s "%s" has it, is in it', (effect, changed) => {
    const manualPlan = makeManualPlan();
    expect(afterPurchase(manualPlan, effect)).toEqual({ ...manualPlan, ...changed });
  });

  test('starts a plan anew that is over, whatever the seller would do to one that is not', () => {
    const manualPlan = makeManualPlan();
    const now = (manualPlan.endsAt ?? 0) + hourMs;
    for (const effect of ['add', 'queue', 'replace'] as const) {
      expect(afterPurchase(manualPlan, effect, now)).toEqual({
        ...manualPlan,
        startsAt: now,
        endsAt: now + 30 * dayMs,
      });
    }
  });

  test('adds to a month without making it end', () => {
    const manualPlan = monthly(10);
    expect(afterPurchase(manualPlan, 'add')).toEqual({ ...manualPlan, quotaBytes: 6e9 });
  });

  test('is without limit where the plan is, and ends what had none', () => {
    expect(afterPurchase(makeManualPlan(), 'add', start, { quotaBytes: null }).quotaBytes).toBeNull();
    expect(afterPurchase(makeManualPlan({ quotaBytes: null, left: null }), 'add').quotaBytes).toBe(3e9);
  });

  test('never shortens a plan that is added to, and touches nothing but its amount and dates', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('add' as const, 'queue' as const, 'unknown' as const),
        fc.integer({ min: 1, max: 90 }),
        (effect, days) => {
          const manualPlan = makeManualPlan({
            endsAt: start + days * dayMs,
            graceDays: 3,
            ussdCode: '*123#',
            region: 'SE',
          });
          const after = afterPurchase(manualPlan, effect);
          expect(after.endsAt).toBeGreaterThanOrEqual(manualPlan.endsAt ?? 0);
          const { quotaBytes, startsAt, endsAt } = after;
          expect(after).toEqual({ ...manualPlan, quotaBytes, startsAt, endsAt });
        },
      ),
    );
  });
});
