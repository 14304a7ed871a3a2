import { expect } from 'vitest';
import {
  activeModules,
  type CardBalance,
  cardBalance,
  lastPlanEndsAt,
  moduleBalance,
} from '../../../utils/core/usage/card-balance.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { dayMs, hourMs, minuteMs } from '../../../utils/core/values/time.ts';
import type { Entry } from '../../sandbox/mirrors/mirror.ts';
import type { WireCapabilities } from './subjects/subject.ts';

/* Ledger entries that are written into a provider's sandbox, and what must then be read. */

const now = Date.now();
export const usual: Entry = {
  id: '8946010000000000017',
  name: 'Nordic 5 GB',
  kind: 'known',
  quotaBytes: 5 * 2 ** 30,
  usedBytes: 2 ** 30,
  startsAt: now - 10 * dayMs,
  expiresAt: now + 20 * dayMs,
  measuredAt: now - 10 * minuteMs,
};
const { quotaBytes } = usual;

export type Situation = {
  what: string;
  entry: Partial<Entry>;
  isReported?: (reports: WireCapabilities) => boolean;
  counts?: 'no more' | 'not yet';
};

export const situations: Situation[] = [
  { what: 'what is left is what the ledger says', entry: {} },
  { what: 'nothing used leaves all of it', entry: { usedBytes: 0 } },
  { what: 'odd amounts are whole bytes', entry: { quotaBytes: 5_368_709_121, usedBytes: 1_234_567_891 } },
  { what: 'all used leaves exactly nothing', entry: { usedBytes: quotaBytes } },
  { what: 'more used than there was leaves nothing, not less', entry: { usedBytes: quotaBytes + 123_456_789 } },
  { what: 'unlimited is no number', entry: { kind: 'unlimited' }, isReported: ({ unlimited }) => unlimited },
  { what: 'unknown is not zero', entry: { kind: 'unknown' }, isReported: ({ unknown }) => unknown !== false },
  {
    what: 'a plan without an end has none',
    entry: { expiresAt: null },
    isReported: ({ expiryMs }) => expiryMs !== null,
  },
  {
    what: 'a plan that has ended leaves nothing',
    entry: { startsAt: now - 30 * dayMs, expiresAt: now - hourMs },
    isReported: ({ expiryMs }) => expiryMs !== null,
    counts: 'no more',
  },
  {
    what: 'a plan that has not begun does not count yet',
    entry: { usedBytes: 0, startsAt: now + 3 * dayMs, expiresAt: now + 33 * dayMs },
    isReported: ({ start }) => start,
    counts: 'not yet',
  },
];

/** Compares with the precision of the wire. */
function expectNear(
  what: keyof WireCapabilities,
  actual: number | null | undefined,
  expected: number,
  precision: number,
): void {
  expect(
    Math.abs((actual ?? Number.NaN) - expected),
    `off by, see ${what} of WireCapabilities in subjects/subject.ts`,
  ).toBeLessThan(Math.max(1, precision));
}

function expectBalance(
  balance: CardBalance,
  { kind, quotaBytes, usedBytes }: Entry,
  { amountBytes }: WireCapabilities,
): void {
  if (kind !== 'known' || balance.kind !== 'known') return void expect(balance.kind).toBe(kind);
  const remaining = Math.max(0, quotaBytes - usedBytes);
  if (remaining === 0) expect(balance.leftBytes).toBe(0);
  expectNear('amountBytes', balance.leftBytes, remaining, amountBytes);
  expectNear('amountBytes', balance.totalBytes, quotaBytes, amountBytes);
}

/** The snapshot has one card, which matches the entry as far and as exactly as the wire can express it. */
export function expectSnapshot(
  snapshot: UsageSnapshot,
  entry: Entry,
  reports: WireCapabilities,
  counts?: Situation['counts'],
): void {
  const [card = expect.fail('no card'), ...others] = snapshot.cards;
  const [plan = expect.fail('no plan')] = card.plans;
  expect(others).toEqual([]);
  const balance = cardBalance(card, Date.now());
  if (counts === 'no more') {
    expect(balance).toMatchObject(balance.kind === 'known' ? { leftBytes: 0 } : { kind: 'unknown' });
  } else if (counts === 'not yet') {
    expect(['queued', 'not-started'].includes(plan.state) || (plan.startsAt ?? 0) > Date.now()).toBe(true);
    for (const module of plan.modules) expectBalance(moduleBalance(module.balance), entry, reports);
  } else {
    expectBalance(balance, entry, reports);
  }
  if (counts) expect(activeModules(card, Date.now())).toEqual([]);
  if (reports.expiryMs !== null) {
    const isPeriod = reports.hasPeriods && counts === undefined;
    if (isPeriod) expect(plan.expiresAt, 'the end of a period is not the end of the plan').toBeNull();
    const endsAt = isPeriod ? (plan.modules[0]?.expiresAt ?? null) : lastPlanEndsAt(card);
    const hasNoEnd = entry.expiresAt === null || (entry.kind === 'unknown' && reports.unknown === 'without-end');
    if (hasNoEnd) expect(endsAt).toBeNull();
    else expectNear('expiryMs', endsAt, entry.expiresAt ?? 0, reports.expiryMs);
  }
  expectNear('measuredAt', card.measuredAt, reports.measuredAt ? entry.measuredAt : snapshot.checkedAt, 1000);
}
