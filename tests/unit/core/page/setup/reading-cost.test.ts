import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SellerPage } from '../../../../../utils/core/accounts/account.ts';
import { readingWayOf, usualReadsPerDay } from '../../../../../utils/core/page/setup/reading-cost.ts';
import { newPageReads, type PageReads } from '../../../../../utils/core/page/ways/page-reads.ts';

const page: SellerPage = { isKeptUpToDate: true, namesAccount: true, topUpUrl: null, usualPurchase: null };
const reads = newPageReads({ fetchBytes: 40_000, tabBytes: 1_800_000 });

test.each([
  [1_000, 6],
  [50_000, 6],
  [50_001, 5],
  [300_000, 1],
  [300_001, 0],
])('a document of %d bytes is read %d times a day', (bytes, times) => {
  expect(usualReadsPerDay(bytes)).toBe(times);
});

test('whatever a page weighs, what is told of a day fits its budget', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(10_000_000), (bytes, budget) => {
      expect(usualReadsPerDay(bytes, budget) * bytes).toBeLessThanOrEqual(budget);
    }),
  );
});

describe('a page is read', () => {
  test.each<[string, SellerPage, PageReads | null, object]>([
    ['by itself', page, reads, { kind: 'itself', reads: 6, bytes: 40_000 }],
    ['only when pressed', { ...page, isKeptUpToDate: false }, reads, { kind: 'press' }],
    ['on visits while nothing is known of it', page, null, { kind: 'visits' }],
    ['on visits where it does not fit', page, { ...reads, fetchBytes: 900_000 }, { kind: 'heavy', bytes: 900_000 }],
    ['on visits where its document has no figure', page, { ...reads, fetchBytes: null }, { kind: 'visits' }],
    [
      'in a tab where that is allowed',
      page,
      { ...reads, fetchBytes: 900_000, limits: { dailyBytes: 300_000, opensTabs: true, tabsPerDay: 1 } },
      { kind: 'tab', reads: 1, bytes: 1_800_000 },
    ],
    [
      'in a tab as often as that is wanted',
      page,
      { ...reads, fetchBytes: null, limits: { dailyBytes: 300_000, opensTabs: true, tabsPerDay: 4 } },
      { kind: 'tab', reads: 4, bytes: 1_800_000 },
    ],
    [
      'in a tab, of whose size nothing is known yet',
      page,
      { ...reads, fetchBytes: null, tabBytes: null, limits: { dailyBytes: 300_000, opensTabs: true, tabsPerDay: 1 } },
      { kind: 'tab', reads: 1, bytes: null },
    ],
    [
      'by itself rather than in a tab',
      page,
      { ...reads, limits: { dailyBytes: 300_000, opensTabs: true, tabsPerDay: 1 } },
      { kind: 'itself', reads: 6, bytes: 40_000 },
    ],
    [
      'on visits alone where nothing else is allowed',
      page,
      { ...reads, limits: { dailyBytes: 0, opensTabs: true, tabsPerDay: 1 } },
      { kind: 'visits' },
    ],
    [
      'on visits alone once its site turned it away',
      page,
      { ...reads, rest: { until: 0, count: 3 } },
      { kind: 'visits' },
    ],
  ])('%s', (_, of, known, way) => {
    expect(readingWayOf(of, known)).toEqual(way);
  });
});
