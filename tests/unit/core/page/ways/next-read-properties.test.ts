import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideNextRead } from '../../../../../utils/core/page/ways/next-read.ts';
import {
  newPageReads,
  type PageReads,
  type ReadWay,
  tabPaces,
  withReadBegun,
  withReadEnded,
  withVisit,
} from '../../../../../utils/core/page/ways/page-reads.ts';
import { dayMs, hourMs, minuteMs } from '../../../../../utils/core/values/time.ts';
import { start } from '../../../support/builders.ts';

/* Days of an account page, in which anything may happen at any time: what was read by itself, and when. */

type Made = { at: number; bytes: number; way: ReadWay; isPressed: boolean; isTopUp: boolean; isFailed: boolean };

const outcome = fc.constantFrom('same', 'changed', 'failed', 'turned-away');
const event = fc.record({
  /** Until the next thing happens. */
  waitMs: fc.integer({ min: 0, max: 4 * hourMs }),
  kind: fc.constantFrom('alarm', 'alarm', 'alarm', 'pressed', 'visit', 'top-up'),
  outcome: fc.oneof({ weight: 4, arbitrary: fc.constant('same') }, { weight: 1, arbitrary: outcome }),
  isNearlyEmpty: fc.boolean(),
});
const page = fc.record({
  bytes: fc.integer({ min: 1, max: 2_000_000 }),
  dailyBytes: fc.constantFrom(0, 100_000, 300_000, 1_000_000),
  opensTabs: fc.boolean(),
  tabsPerDay: fc.constantFrom(...tabPaces),
  isDrawn: fc.boolean(),
});

function live(
  { bytes, dailyBytes, opensTabs, tabsPerDay, isDrawn }: typeof page extends fc.Arbitrary<infer P> ? P : never,
  events: (typeof event extends fc.Arbitrary<infer E> ? E : never)[],
): Made[] {
  let reads: PageReads = {
    ...newPageReads({ fetchBytes: isDrawn ? null : bytes, tabBytes: bytes }),
    limits: { dailyBytes, opensTabs, tabsPerDay },
  };
  let now = start;
  let readAt = start;
  let topUpAt: number | null = null;
  const made: Made[] = [];
  for (const { waitMs, kind, outcome, isNearlyEmpty } of events) {
    now += waitMs;
    if (kind === 'top-up') topUpAt = now;
    if (kind === 'visit') {
      reads = withVisit(reads, outcome === 'changed');
      readAt = now;
      continue;
    }
    const isPressed = kind === 'pressed';
    const states = { isNearlyEmpty, needsUserAction: false, isPressed, isKeptUpToDate: true };
    const next = decideNextRead({ reads, readAt, topUpAt, ...states, now });
    if (next.way === 'visit' || next.at > now) continue;
    reads = withReadBegun(reads, next.way, now);
    const isFailed = outcome === 'failed' || outcome === 'turned-away';
    const ended = outcome === 'turned-away' ? { kind: outcome, until: null } : { kind: outcome as 'same' };
    reads = withReadEnded(reads, next.way, { bytes, outcome: ended as never, now });
    if (!isFailed) readAt = now;
    made.push({ at: now, bytes, way: next.way, isPressed, isTopUp: next.reason === 'top-up', isFailed });
  }
  return made;
}

const life = fc.tuple(page, fc.array(event, { minLength: 20, maxLength: 200 }));

test('no day takes more than its budget, or as many readings in tabs as were allowed with their size', () => {
  fc.assert(
    fc.property(life, ([given, events]) => {
      const made = live(given, events);
      for (const { at } of made) {
        const day = made.filter((one) => one.at > at - dayMs && one.at <= at);
        const sum = day.reduce((total, { bytes }) => total + bytes, 0);
        const areTabs = day.length <= given.tabsPerDay && day.every(({ way }) => way === 'tab');
        expect(areTabs || sum <= given.dailyBytes).toBe(true);
      }
    }),
  );
});

test('between two readings there is half an hour, five minutes where the user presses, after a top-up less', () => {
  fc.assert(
    fc.property(life, ([given, events]) => {
      const made = live(given, events);
      made.slice(1).forEach(({ at, isPressed, isTopUp }, place) => {
        const gapMs = at - (made[place]?.at ?? 0);
        if (!isTopUp) expect(gapMs).toBeGreaterThanOrEqual(isPressed ? 5 * minuteMs : 30 * minuteMs);
      });
    }),
  );
});

test('between two readings in tabs there is the part of a day that the user has chosen', () => {
  fc.assert(
    fc.property(life, ([given, events]) => {
      const made = live({ ...given, isDrawn: true, opensTabs: true }, events);
      made.slice(1).forEach(({ at }, place) => {
        expect(at - (made[place]?.at ?? 0)).toBeGreaterThanOrEqual(dayMs / given.tabsPerDay);
      });
    }),
  );
});

test('after a reading that came to nothing there is none for an hour, unless the user presses', () => {
  fc.assert(
    fc.property(life, ([given, events]) => {
      const made = live(given, events);
      made.slice(1).forEach(({ at, isPressed }, place) => {
        const before = made[place];
        if (before?.isFailed && !isPressed) expect(at - before.at).toBeGreaterThanOrEqual(hourMs);
      });
    }),
  );
});

test('of a page without a budget nothing is ever read by itself', () => {
  fc.assert(
    fc.property(life, ([given, events]) => {
      expect(live({ ...given, dailyBytes: 0 }, events)).toEqual([]);
    }),
  );
});
