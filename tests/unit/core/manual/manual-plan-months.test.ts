import { describe, expect, test } from 'vitest';
import type { ManualPlan } from '../../../../utils/core/manual/manual-plan.ts';
import { balanceEndsAt, cardBalance, cardExpiresAt } from '../../../../utils/core/usage/card-balance.ts';
import { isStale, staleAt } from '../../../../utils/core/usage/staleness.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { at, monthly, readManualPlan } from './manual-setup.ts';

const monthOf = (manualPlan: ManualPlan, now: number, zone?: string) => {
  const { card, plan } = readManualPlan(manualPlan, now, zone);
  return [plan.startsAt, balanceEndsAt(card, now)].map((time) => time && new Date(time).toISOString());
};

describe('a plan that begins anew each month', () => {
  test.each([
    [10, 'UTC', '2026-11-23T12:00:00Z', '2026-11-10T00:00:00.000Z', '2026-12-10T00:00:00.000Z'],
    [23, 'UTC', '2026-11-23T00:00:00Z', '2026-11-23T00:00:00.000Z', '2026-12-23T00:00:00.000Z'],
    [24, 'UTC', '2026-11-23T23:59:59Z', '2026-10-24T00:00:00.000Z', '2026-11-24T00:00:00.000Z'],
    [31, 'UTC', '2027-02-10T12:00:00Z', '2027-01-31T00:00:00.000Z', '2027-02-28T00:00:00.000Z'],
    [31, 'UTC', '2027-04-30T00:00:00Z', '2027-04-30T00:00:00.000Z', '2027-05-31T00:00:00.000Z'],
    [31, 'UTC', '2027-04-29T23:59:59Z', '2027-03-31T00:00:00.000Z', '2027-04-30T00:00:00.000Z'],
    [29, 'UTC', '2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z', '2028-03-29T00:00:00.000Z'],
    [30, 'UTC', '2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z', '2028-03-30T00:00:00.000Z'],
    [1, 'UTC', '2026-12-31T23:59:59Z', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    [1, 'Asia/Kathmandu', '2026-11-30T18:15:00Z', '2026-11-30T18:15:00.000Z', '2026-12-31T18:15:00.000Z'],
    [1, 'Asia/Kathmandu', '2026-11-30T18:14:59Z', '2026-10-31T18:15:00.000Z', '2026-11-30T18:15:00.000Z'],
    [28, 'Europe/Stockholm', '2027-03-28T12:00:00Z', '2027-03-27T23:00:00.000Z', '2027-04-27T22:00:00.000Z'],
    [6, 'America/Santiago', '2026-09-06T12:00:00Z', '2026-09-06T04:00:00.000Z', '2026-10-06T03:00:00.000Z'],
  ])('on the %i. (%s) has the month that holds %s', (day, zone, now, startsAt, endsAt) => {
    expect(monthOf(monthly(day), at(now), zone)).toEqual([startsAt, endsAt]);
  });

  test('never expires by that: a month is no end', () => {
    const { card, plan } = readManualPlan(monthly(10), at('2026-12-09T23:00:00Z'));
    expect([plan.expiresAt, cardExpiresAt(card, at('2026-12-09T23:00:00Z'))]).toEqual([null, null]);
    expect(plan.modules[0]?.refreshPeriod).toBe('monthly');
  });

  test('expires at its own end, with which its last month ends', () => {
    const manualPlan = monthly(10, { endsAt: at('2026-12-01T00:00:00Z') });
    const now = at('2026-11-23T12:00:00Z');
    expect(cardExpiresAt(readManualPlan(manualPlan, now).card, now)).toBe(manualPlan.endsAt);
    expect(monthOf(manualPlan, now)).toEqual(['2026-11-10T00:00:00.000Z', '2026-12-01T00:00:00.000Z']);
    expect(monthOf(manualPlan, at('2026-11-01T00:00:00Z'))).toEqual([
      '2026-10-10T00:00:00.000Z',
      '2026-11-10T00:00:00.000Z',
    ]);
  });

  test('begins with its first day, in the middle of a month, and waits until then', () => {
    const manualPlan = monthly(10, { startsAt: at('2026-11-20T00:00:00Z') });
    const before = readManualPlan(manualPlan, at('2026-11-19T23:59:59Z'));
    expect(before.plan).toMatchObject({ state: 'queued', startsAt: manualPlan.startsAt });
    expect(monthOf(manualPlan, at('2026-11-23T12:00:00Z'))).toEqual([
      '2026-11-20T00:00:00.000Z',
      '2026-12-10T00:00:00.000Z',
    ]);
    expect(monthOf(manualPlan, at('2026-12-23T12:00:00Z'))).toEqual([
      '2026-12-10T00:00:00.000Z',
      '2027-01-10T00:00:00.000Z',
    ]);
  });
});

describe('in a new month', () => {
  const monthStart = at('2026-12-10T00:00:00Z');
  const manualPlan = monthly(10, { left: { bytes: 1e9, at: monthStart - hourMs } });
  const leftAt = (now: number, plan = manualPlan) => cardBalance(readManualPlan(plan, now).card, now);

  test('the plan is full again, as of the moment it began', () => {
    expect(leftAt(monthStart - 1)).toMatchObject({ leftBytes: 1e9 });
    expect(leftAt(monthStart)).toMatchObject({ leftBytes: 3e9, totalBytes: 3e9 });
    expect(readManualPlan(manualPlan, monthStart + dayMs).snapshot.measuredAt).toBe(monthStart);
  });

  test('what is said is what counts, and keeps its age', () => {
    const reentered = monthly(10, { left: { bytes: 5e8, at: monthStart } });
    expect(leftAt(monthStart + dayMs, reentered)).toMatchObject({ leftBytes: 5e8 });
    expect(readManualPlan(reentered, monthStart + dayMs).snapshot.measuredAt).toBe(monthStart);
  });

  test('being full is current for two days, and old then as any other figure', () => {
    const isStaleAt = (now: number) => isStale(readManualPlan(manualPlan, now).snapshot, 15 * minuteMs, now);
    expect([monthStart, monthStart + 2 * dayMs - 1, monthStart + 2 * dayMs].map(isStaleAt)).toEqual([
      false,
      false,
      true,
    ]);
    expect(staleAt(readManualPlan(manualPlan, monthStart + 47 * hourMs).snapshot, minuteMs)).toBe(
      monthStart + 2 * dayMs,
    );
  });

  test('it is looked at in the very moment, not half a day later', () => {
    expect(readManualPlan(manualPlan, monthStart - 90 * minuteMs).snapshot.floorMs).toBe(90 * minuteMs);
    expect(readManualPlan(manualPlan, monthStart - 1).snapshot.floorMs).toBe(minuteMs);
    expect(readManualPlan(manualPlan, monthStart).snapshot.floorMs).toBe(12 * hourMs);
  });

  test('after the plan’s end nothing fills up again', () => {
    const ended = monthly(10, { endsAt: monthStart - dayMs, left: { bytes: 1e9, at: monthStart - 5 * dayMs } });
    expect(leftAt(monthStart + hourMs, ended)).toEqual({ kind: 'unknown' });
    expect(readManualPlan(ended, monthStart + hourMs).plan.expiresAt).toBe(monthStart - dayMs);
  });

  test('unlimited data stays unlimited', () => {
    expect(leftAt(monthStart, monthly(10, { quotaBytes: null, left: null }))).toEqual({ kind: 'unlimited' });
  });
});
