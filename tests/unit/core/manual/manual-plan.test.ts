import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usageStatus } from '../../../../utils/core/forecast/usage-status.ts';
import type { ManualPlan } from '../../../../utils/core/manual/manual-plan.ts';
import { parseStored } from '../../../../utils/core/storage/stored-values.ts';
import { cardBalance, cardExpiresAt, hasExpired } from '../../../../utils/core/usage/card-balance.ts';
import { isStale, staleAt } from '../../../../utils/core/usage/staleness.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';
import { makeManualPlan, monthly, readManualPlan } from './manual-setup.ts';

const pollIntervalMs = 15 * minuteMs;

describe('an entered plan', () => {
  test('is one card that has what was last said, as of then', () => {
    const { snapshot, card, plan } = readManualPlan(makeManualPlan({ region: 'SE, NO ,DK' }), start + hourMs);
    expect(cardBalance(card, start + hourMs)).toEqual({ kind: 'known', leftBytes: 2e9, totalBytes: 3e9 });
    expect([card.key, card.title, card.state, card.measuredAt, snapshot.measuredAt]).toEqual([
      ...['k', 'Prepaid', 'active', start, start],
    ]);
    expect(plan).toMatchObject({ state: 'active', expiresAt: start + 20 * dayMs, regions: ['SE', 'NO', 'DK'] });
    expect(cardExpiresAt(card, start + hourMs)).toBe(start + 20 * dayMs);
    expect(snapshot).toMatchObject({ checkedAt: start + hourMs, skewMs: 0, accountKey: null, etag: null });
    expect(parseStored('snapshot', snapshot)).toEqual(snapshot);
  });

  test('keeps more than its amount, and then has no share', () => {
    const { card } = readManualPlan(makeManualPlan({ left: { bytes: 5e9, at: start } }), start);
    expect(cardBalance(card, start)).toEqual({ kind: 'known', leftBytes: 5e9, totalBytes: null });
  });

  test('without an amount is unlimited, and never old', () => {
    const { snapshot, card } = readManualPlan(makeManualPlan({ quotaBytes: null, left: null }), start + 10 * dayMs);
    expect(cardBalance(card, start + 10 * dayMs)).toEqual({ kind: 'unlimited' });
    expect(isStale(snapshot, pollIntervalMs, start + 10 * dayMs)).toBe(false);
  });

  test('of which nobody said what is left is unknown', () => {
    expect(cardBalance(readManualPlan(makeManualPlan({ left: null }), start).card, start)).toEqual({ kind: 'unknown' });
  });

  test('of an unknown amount has what is left, and no total; nothing left is told as that', () => {
    const leftOf = (bytes: number) =>
      cardBalance(
        readManualPlan(makeManualPlan({ quotaBytes: 'unknown', left: { bytes, at: start } }), start).card,
        start,
      );
    expect(leftOf(2e9)).toEqual({ kind: 'known', leftBytes: 2e9, totalBytes: null });
    expect(leftOf(0)).toEqual({ kind: 'coarse', level: 'out', upperBytes: 0 });
  });

  test('of an unknown amount is unknown once its next month has begun', () => {
    const plan = monthly(10, { quotaBytes: 'unknown' });
    const now = start + 40 * dayMs;
    expect(cardBalance(readManualPlan(plan, now).card, now)).toEqual({ kind: 'unknown' });
  });

  test('that has not begun waits, and counts from its first minute on', () => {
    const manualPlan = makeManualPlan({ startsAt: start + dayMs });
    const before = readManualPlan(manualPlan, start + dayMs - 1);
    expect(before.plan).toMatchObject({ state: 'queued', startsAt: start + dayMs, expiresAt: start + 20 * dayMs });
    expect(cardBalance(before.card, start + dayMs - 1)).toMatchObject({
      kind: 'not-started',
      start: { kind: 'at', at: start + dayMs },
    });
    const after = readManualPlan(manualPlan, start + dayMs);
    expect(after.plan.state).toBe('active');
    expect(cardBalance(after.card, start + dayMs)).toMatchObject({ leftBytes: 2e9 });
  });

  test('without an end has none', () => {
    const { card, snapshot } = readManualPlan(makeManualPlan({ endsAt: null }), start);
    expect([cardExpiresAt(card, start), snapshot.floorMs]).toEqual([null, 12 * hourMs]);
  });

  test('has the link that renews it', () => {
    const renewal = { url: 'https://axis.example/renew', cost: { currency: 'SEK', units: '99', nanos: 0 } };
    expect(readManualPlan(makeManualPlan({ renewal }), start).card.link).toEqual({ kind: 'renew', ...renewal });
    expect(readManualPlan(makeManualPlan(), start).card.link).toBeNull();
  });
});

describe('after its end', () => {
  const endsAt = start + dayMs;

  test('a plan without a time of grace is over at once', () => {
    const { card } = readManualPlan(makeManualPlan({ endsAt }), endsAt);
    expect(card.state).toBe('active');
    expect(hasExpired(card, endsAt)).toBe(true);
    expect(hasExpired(readManualPlan(makeManualPlan({ endsAt }), endsAt - 1).card, endsAt - 1)).toBe(false);
  });

  test.each([
    [-1, 'active', 'plenty'],
    [0, 'grace', 'grace'],
    [3 * dayMs - 1, 'grace', 'grace'],
    [3 * dayMs, 'expired', 'expired'],
    [300 * dayMs, 'expired', 'expired'],
  ])('by %i ms a card with three days of grace is %s', (byMs, state, reason) => {
    const { card } = readManualPlan(makeManualPlan({ endsAt, graceDays: 3 }), endsAt + byMs);
    expect(card.state).toBe(state);
    expect(usageStatus(card, { kind: 'none' }, endsAt + byMs).reason).toBe(reason);
    if (state !== 'active') expect(cardBalance(card, endsAt + byMs)).toMatchObject({ leftBytes: 0 });
  });

  test('it is looked at when the grace begins, and when it ends', () => {
    const manualPlan = makeManualPlan({ endsAt, graceDays: 3 });
    const floorAt = (byMs: number) => readManualPlan(manualPlan, endsAt + byMs).snapshot.floorMs;
    expect([-hourMs, 0, 3 * dayMs - hourMs, 3 * dayMs].map(floorAt)).toEqual([
      hourMs,
      12 * hourMs,
      hourMs,
      12 * hourMs,
    ]);
  });

  test('a plan without an end needs no grace', () => {
    expect(readManualPlan(makeManualPlan({ endsAt: null, graceDays: 3 }), start + 900 * dayMs).card.state).toBe(
      'active',
    );
  });
});

describe('what was entered', () => {
  test('is current for two days and old from then on, however often it is looked at', () => {
    const isStaleAt = (now: number) => isStale(readManualPlan(makeManualPlan(), now).snapshot, pollIntervalMs, now);
    expect([start, start + dayMs, start + 2 * dayMs - 1, start + 2 * dayMs].map(isStaleAt)).toEqual([
      ...[false, false, false, true],
    ]);
  });

  test('grows old by itself, without being looked at before that', () => {
    for (const intervalMs of [5 * minuteMs, 2 * hourMs]) {
      const { snapshot } = readManualPlan(makeManualPlan(), start + 47 * hourMs);
      expect(staleAt(snapshot, intervalMs)).toBe(start + 2 * dayMs);
    }
  });
});

describe('whatever was entered, and whenever it is looked at', () => {
  const instant = fc.option(fc.integer({ min: start - 60 * dayMs, max: start + 60 * dayMs }));
  const anyManualPlan: fc.Arbitrary<ManualPlan> = fc
    .record({
      quotaBytes: fc.option(fc.integer({ min: 0, max: 20e9 })),
      startsAt: instant,
      endsAt: instant,
      monthlyDay: fc.option(fc.integer({ min: 1, max: 31 })),
      graceDays: fc.integer({ min: 0, max: 40 }),
      left: fc.option(
        fc.record({
          bytes: fc.integer({ min: 0, max: 20e9 }),
          at: fc.integer({ min: start - 90 * dayMs, max: start }),
        }),
      ),
    })
    .map(makeManualPlan);
  const anyNow = fc.integer({ min: start, max: start + 90 * dayMs });
  const anyZone = fc.constantFrom('UTC', 'Asia/Kathmandu', 'Europe/Stockholm', 'America/Santiago', 'Pacific/Apia');

  test('it is a reading that can be kept, and was measured before it is told', () => {
    fc.assert(
      fc.property(anyManualPlan, anyNow, anyZone, (manualPlan, now, zone) => {
        const { snapshot } = readManualPlan(manualPlan, now, zone);
        expect(parseStored('snapshot', snapshot)).toEqual(snapshot);
        expect(snapshot.measuredAt).toBeLessThanOrEqual(now);
      }),
    );
  });

  test('it is looked at again in a minute to half a day, and not after the moment at which it becomes another', () => {
    const summaryOf = (manualPlan: ManualPlan, now: number, zone: string) => {
      const { card, plan } = readManualPlan(manualPlan, now, zone);
      const { quotaBytes } = manualPlan;
      const balance = cardBalance(card, now);
      return [card.state, plan.state, plan.startsAt, plan.expiresAt, plan.modules[0]?.expiresAt, balance, quotaBytes];
    };
    fc.assert(
      fc.property(
        anyManualPlan,
        anyNow,
        anyZone,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (manualPlan, now, zone, share) => {
          const { floorMs } = readManualPlan(manualPlan, now, zone).snapshot;
          expect(floorMs).toBeGreaterThanOrEqual(minuteMs);
          expect(floorMs).toBeLessThanOrEqual(12 * hourMs);
          if (floorMs === minuteMs) return;
          const later = now + Math.floor(share * (floorMs - 1));
          expect(summaryOf(manualPlan, later, zone)).toEqual(summaryOf(manualPlan, now, zone));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('a month never ends after its plan', () => {
    fc.assert(
      fc.property(anyManualPlan, fc.integer({ min: 1, max: 31 }), anyNow, anyZone, (manualPlan, day, now, zone) => {
        const { plan } = readManualPlan(monthly(day, { ...manualPlan, monthlyDay: day }), now, zone);
        const ends = plan.modules[0]?.expiresAt ?? null;
        if (manualPlan.endsAt !== null) expect(ends).toBeLessThanOrEqual(manualPlan.endsAt);
        if (manualPlan.endsAt === null && (manualPlan.startsAt ?? 0) <= now) expect(ends).toBeGreaterThan(now);
      }),
    );
  });
});
