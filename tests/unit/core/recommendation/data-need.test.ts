import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import { estimateNeed } from '../../../../utils/core/recommendation/data-need.ts';
import {
  defaultNeedDate,
  parseEndOfDay,
  toDateValue,
  validChosenDate,
} from '../../../../utils/core/recommendation/need-until.ts';
import type { Balance, CardState } from '../../../../utils/core/usage/card.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';
import { anyCard, anyUsage, usedDaily } from '../offers/purchase-setup.ts';

const until = start + 30 * dayMs;
const needOf = (card = makeCard(), samples: UsageSamples | null = usedDaily(28, 1e8)) =>
  estimateNeed({ card, samples, until, now: start, zone: 'UTC' });

describe('the need', () => {
  test('is what will be used, less what is left and lasts', () => {
    const estimate = needOf();
    if (estimate.kind !== 'ready') throw new Error(estimate.kind);
    expect(estimate.useBytes.likely / 3e9).toBeCloseTo(1, 1);
    expect(estimate.moreBytes.likely / 1.76e9).toBeCloseTo(1, 1);
    expect(estimate.moreBytes.safe).toBeGreaterThan(estimate.moreBytes.likely);
    expect(needOf(makeCard([makeModule(known(9e9))])).kind).toBe('ready');
  });

  test('takes no data for used that ends before', () => {
    // All of it would be used in thirty days, but it ends after twenty.
    const estimate = needOf(makeCard([makeModule(known(9e9))]));
    expect(estimate.kind === 'ready' ? estimate.moreBytes.likely / 1e9 : 0).toBeCloseTo(1, 1);
  });

  test.each<[string, Balance, CardState]>([
    ['empty', { kind: 'known', quotaBytes: 3e9, remainingBytes: 0, reservedBytes: 0 }, 'active'],
    ['in grace', { kind: 'known', quotaBytes: 3e9, remainingBytes: 1e9, reservedBytes: 0 }, 'grace'],
    ['expired', { kind: 'unknown' }, 'expired'],
  ])('is known of a card that is %s, for all of its use', (_, balance, state) => {
    const estimate = needOf(makeCard([makeModule({ balance })], { state }));
    expect(estimate.kind === 'ready' ? estimate.moreBytes : null).toEqual(
      estimate.kind === 'ready' ? estimate.useBytes : 0,
    );
  });

  test('is as high weeks after a card ran out as on the day it did', () => {
    const empty = makeCard([makeModule(known(0))], { measuredAt: start + 20 * dayMs });
    const now = start + 20 * dayMs;
    const estimate = estimateNeed({
      card: empty,
      samples: usedDaily(28, 1e8),
      until: now + 30 * dayMs,
      now,
      zone: 'UTC',
    });
    expect(estimate.kind === 'ready' ? estimate.useBytes.likely / 3e9 : 0).toBeCloseTo(1, 1);
  });

  test('is not told before three days, nor of a card that never told an amount', () => {
    expect(needOf(makeCard(), usedDaily(2, 1e8))).toEqual({
      kind: 'insufficient-data',
      observedMs: 2 * dayMs,
      neededMs: 3 * dayMs,
    });
    expect(needOf(makeCard([makeModule({ balance: { kind: 'unlimited' } })]), null)).toEqual({ kind: 'none' });
  });

  test('is whole bytes, never more than all the use, the safe one never less than the likely', () => {
    fc.assert(
      fc.property(anyCard, anyUsage, fc.integer({ min: 0, max: 90 }), (card, samples, days) => {
        const estimate = estimateNeed({ card, samples, until: start + days * dayMs, now: start, zone: 'UTC' });
        if (estimate.kind !== 'ready') return;
        for (const { likely, safe } of [estimate.useBytes, estimate.moreBytes]) {
          expect(Number.isSafeInteger(likely) && Number.isSafeInteger(safe) && likely >= 0).toBe(true);
          expect(safe).toBeGreaterThanOrEqual(likely);
        }
        expect(estimate.moreBytes.safe).toBeLessThanOrEqual(estimate.useBytes.safe + 1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the day until which data is needed', () => {
  test('is as far off as the present plan is long, or the last one was; thirty days where that is not told', () => {
    const week = makePlan([makeModule()], { startsAt: start - dayMs, expiresAt: start + 6 * dayMs });
    const expired = { ...week, startsAt: start - 9 * dayMs, expiresAt: start - 2 * dayMs };
    expect(defaultNeedDate(makeCard(), start)).toBe(start + 30 * dayMs);
    expect(defaultNeedDate(makeCard([], { plans: [week] }), start)).toBe(start + 7 * dayMs);
    expect(defaultNeedDate(makeCard([], { plans: [expired], state: 'expired' }), start)).toBe(start + 7 * dayMs);
    expect(defaultNeedDate(makeCard([], { plans: [{ ...week, startsAt: null }] }), start)).toBe(start + 30 * dayMs);
    expect(defaultNeedDate(makeCard([], { plans: [] }), start)).toBe(start + 30 * dayMs);
  });

  test('is not set any more once it is over', () => {
    expect([validChosenDate(start, start), validChosenDate(start + 1, start), validChosenDate(null, start)]).toEqual([
      null,
      start + 1,
      null,
    ]);
  });

  test.each(['UTC', 'Asia/Kathmandu', 'Europe/Stockholm', 'Pacific/Apia'])('ends with that day in %s', (zone) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), (days) => {
        const value = new Date(Date.UTC(2026, 0, 1) + days * dayMs).toISOString().slice(0, 10);
        const end = parseEndOfDay(value, zone) ?? 0;
        expect(toDateValue(end, zone)).toBe(value);
        expect(toDateValue(end + 1, zone) > value).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['', '2026-13-01', 'soon', '12026-01-01'])('is none in a field that holds "%s"', (value) => {
    expect(parseEndOfDay(value)).toBeNull();
  });
});
