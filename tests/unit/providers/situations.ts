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
import type { Tells } from './subjects/subject.ts';

/* What may be written into a provider's sandbox, and what must then be read. */

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
  isTold?: (tells: Tells) => boolean;
  counts?: 'no more' | 'not yet';
};

export const situations: Situation[] = [
  { what: 'what is left is what the ledger says', entry: {} },
  { what: 'nothing used leaves all of it', entry: { usedBytes: 0 } },
  { what: 'odd amounts are whole bytes', entry: { quotaBytes: 5_368_709_121, usedBytes: 1_234_567_891 } },
  { what: 'all used leaves exactly nothing', entry: { usedBytes: quotaBytes } },
  { what: 'more used than there was leaves nothing, not less', entry: { usedBytes: quotaBytes + 123_456_789 } },
  { what: 'unlimited is no number', entry: { kind: 'unlimited' }, isTold: ({ unlimited }) => unlimited },
  { what: 'unknown is not zero', entry: { kind: 'unknown' }, isTold: ({ unknown }) => unknown },
  { what: 'a plan without an end has none', entry: { expiresAt: null }, isTold: ({ expiryMs }) => expiryMs !== null },
  {
    what: 'a plan that has ended leaves nothing',
    entry: { startsAt: now - 30 * dayMs, expiresAt: now - hourMs },
    isTold: ({ expiryMs }) => expiryMs !== null,
    counts: 'no more',
  },
  {
    what: 'a plan that has not begun does not count yet',
    entry: { usedBytes: 0, startsAt: now + 3 * dayMs, expiresAt: now + 33 * dayMs },
    isTold: ({ start }) => start,
    counts: 'not yet',
  },
];

/** What the wire tells to within `exactness` is off by less than that. */
function expectNear(what: keyof Tells, told: number | null | undefined, truth: number, exactness: number): void {
  expect(Math.abs((told ?? Number.NaN) - truth), `off by, see ${what} of Tells in subjects/subject.ts`).toBeLessThan(
    Math.max(1, exactness),
  );
}

function expectFigure(balance: CardBalance, { kind, quotaBytes, usedBytes }: Entry, { amountBytes }: Tells): void {
  if (kind !== 'known' || balance.kind !== 'known') return void expect(balance.kind).toBe(kind);
  const left = Math.max(0, quotaBytes - usedBytes);
  if (left === 0) expect(balance.leftBytes).toBe(0);
  expectNear('amountBytes', balance.leftBytes, left, amountBytes);
  expectNear('amountBytes', balance.totalBytes, quotaBytes, amountBytes);
}

/** The reading is of one card, which tells the entry as far and as exactly as its wire can. */
export function expectReading(snapshot: UsageSnapshot, entry: Entry, tells: Tells, counts?: Situation['counts']): void {
  const [card = expect.fail('no card'), ...others] = snapshot.cards;
  const [plan = expect.fail('no plan')] = card.plans;
  expect(others).toEqual([]);
  const figure = cardBalance(card, Date.now());
  if (counts === 'no more') {
    expect(figure).toMatchObject(figure.kind === 'known' ? { leftBytes: 0 } : { kind: 'unknown' });
  } else if (counts === 'not yet') {
    expect(plan.state === 'queued' || (plan.startsAt ?? 0) > Date.now()).toBe(true);
    for (const { balance } of plan.modules) expectFigure(moduleBalance(balance), entry, tells);
  } else {
    expectFigure(figure, entry, tells);
  }
  if (counts) expect(activeModules(card, Date.now())).toEqual([]);
  if (tells.expiryMs !== null) {
    if (entry.expiresAt === null) expect(lastPlanEndsAt(card)).toBeNull();
    else expectNear('expiryMs', lastPlanEndsAt(card), entry.expiresAt, tells.expiryMs);
  }
  expectNear('measuredAt', card.measuredAt, tells.measuredAt ? entry.measuredAt : snapshot.checkedAt, 1000);
}
