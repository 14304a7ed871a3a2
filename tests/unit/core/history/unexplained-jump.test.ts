import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffSince } from '../../../../utils/core/history/balance-changes.ts';
import { sampleModules } from '../../../../utils/core/history/module-samples.ts';
import { type JumpInput, jumpToConfirm } from '../../../../utils/core/history/unexplained-jump.ts';
import type { Card, Module, Plan } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';

type Some = { at?: number; module?: Partial<Module>; plan?: Partial<Plan>; card?: Partial<Card> };

/** A card with so much left of 3 GB, its plan ending in 20 days. */
function cardWith(left: number, { at = 0, module = {}, plan = {}, card = {} }: Some = {}): Card {
  const modules = [makeModule({ ...known(left), ...module })];
  const plans = [makePlan(modules, { startsAt: start - 10 * dayMs, expiresAt: start + 20 * dayMs, ...plan })];
  return makeCard([], { plans, measuredAt: start + at, ...card });
}

const samplesOf = (card: Card) => ({ since: start - dayMs, intervals: [], modules: sampleModules(card) });

/** What is doubted of `card`, a quarter of an hour after `before`. */
function doubt(before: Card, card: Card, some: Partial<JumpInput> = {}) {
  return (
    jumpToConfirm(card, { samples: samplesOf(before), previous: before, hasOpenOrder: false, ...some })?.kind ?? null
  );
}
const later = { at: 15 * minuteMs };

describe('8.1 a rise', () => {
  test('is doubted where neither quota, nor period, nor plan explains it', () => {
    expect(doubt(cardWith(0.55e9), cardWith(3e9, later))).toBe('rise');
    expect(doubt(cardWith(0.55e9), cardWith(0.8e9, later))).toBe('rise');
  });

  test.each<[string, Some]>([
    ['a larger quota', { module: known(3e9, 4e9) }],
    ['a later end', { plan: { expiresAt: start + 40 * dayMs } }],
    ['a later start: a period that began early', { plan: { startsAt: start - hourMs } }],
    ['another plan', { plan: { id: 'bought' } }],
    ['a card that has no data now', { card: { state: 'suspended' } }],
  ])('is explained by %s', (_, some) => {
    expect(doubt(cardWith(0.55e9), cardWith(3e9, { ...later, ...some }))).toBeNull();
  });

  test('of a daily part without a told end is explained by a new day alone', () => {
    const daily = { module: { ...known(0.55e9), refreshPeriod: 'daily' as const }, plan: { expiresAt: null } };
    const full = { ...daily.module, ...known(2.9e9) };
    expect(doubt(cardWith(0, daily), cardWith(0, { ...daily, module: full, at: 24 * hourMs }))).toBeNull();
    expect(doubt(cardWith(0, daily), cardWith(0, { ...daily, module: full, at: minuteMs }))).toBe('rise');
  });

  test('is explained by an order that is open, and a drop is not', () => {
    expect(doubt(cardWith(0.55e9), cardWith(3e9, later), { hasOpenOrder: true })).toBeNull();
    expect(doubt(cardWith(0.55e9), cardWith(0, later), { hasOpenOrder: true })).toBe('drop');
  });

  test('of what sellers hold back for sessions is none, and of a small quota that is less', () => {
    expect(doubt(cardWith(0.55e9), cardWith(0.65e9, later))).toBeNull();
    const small = (left: number) => ({ ...later, module: known(left, 0.2e9) });
    expect(doubt(cardWith(0, small(0.05e9)), cardWith(0, small(0.069e9)))).toBeNull();
    expect(doubt(cardWith(0, small(0.05e9)), cardWith(0, small(0.09e9)))).toBe('rise');
  });
});

describe('8.1 a drop', () => {
  test('is doubted where all is gone at once, whether the plan is listed or not', () => {
    expect(doubt(cardWith(2e9), cardWith(0, later))).toBe('drop');
    expect(doubt(cardWith(2e9), cardWith(0, { ...later, module: known(0, 0) }))).toBe('drop');
    expect(doubt(cardWith(2e9), makeCard([], { plans: [], measuredAt: start + later.at }))).toBe('drop');
  });

  test('of nearly nothing, at a plan’s end, or to a balance that is not told is none', () => {
    expect(doubt(cardWith(0.1e9), cardWith(0, later))).toBeNull();
    const ended = cardWith(2e9, { plan: { expiresAt: start + minuteMs } });
    expect(doubt(ended, makeCard([], { plans: [], measuredAt: start + later.at }))).toBeNull();
    expect(doubt(cardWith(2e9), cardWith(0, { ...later, module: { balance: { kind: 'unknown' } } }))).toBeNull();
  });

  test('is doubted of one part beside others, under another plan without data, and of a balance without amounts', () => {
    const parts = (main: number, at = 0) =>
      makeCard([], {
        plans: [makePlan([makeModule(known(main)), makeModule({ ...known(0.2e9, 0.2e9), id: 'bonus' })])],
        measuredAt: start + at,
      });
    expect(doubt(parts(2.4e9), parts(0, later.at))).toBe('drop');
    expect(doubt(cardWith(2e9), cardWith(0, { ...later, plan: { id: 'other' }, module: known(0, 0) }))).toBe('drop');
    const coarse = (level: 'high' | 'low' | 'out', at = 0) =>
      cardWith(0, { at, module: { balance: { kind: 'coarse', level, upperBytes: 1e9 } } });
    const jump = (before: Card, card: Card) =>
      jumpToConfirm(card, { samples: null, previous: before, hasOpenOrder: false });
    expect(jump(coarse('high'), coarse('out', later.at))?.kind).toBe('drop');
    expect(jump(coarse('low'), coarse('out', later.at))).toBeNull();
    const doubted = {
      ...coarse('out', later.at),
      unconfirmed: { kind: 'drop', leftBytes: 1e9, measuredAt: start } as const,
    };
    expect(jump(doubted, coarse('out', 30 * minuteMs))).toBeNull();
  });

  test('is none where the other parts gained as much: it was replaced, or carried over', () => {
    const parts = (first: number, second: number | null, at = 0) => {
      const others = second === null ? [] : [makeModule({ ...known(second, 5e9), id: 'second' })];
      return makeCard([], { plans: [makePlan([makeModule(known(first)), ...others])], measuredAt: start + at });
    };
    expect(doubt(parts(2e9, null), parts(0, 5e9, later.at))).toBeNull();
    expect(doubt(parts(0.5e9, 1e9), parts(0, 1.5e9, later.at))).not.toBe('drop');
  });

  test('names what was left of the plans that are still there', () => {
    const two = makeCard([], {
      plans: [
        makePlan([makeModule(known(1e9))], { id: 'kept' }),
        makePlan([makeModule(known(2e9))], { id: 'over', expiresAt: start + minuteMs }),
      ],
      measuredAt: start,
    });
    const one = makeCard([], {
      plans: [makePlan([makeModule(known(0))], { id: 'kept' })],
      measuredAt: start + later.at,
    });
    expect(jumpToConfirm(one, { samples: samplesOf(two), previous: two, hasOpenOrder: false })).toMatchObject({
      leftBytes: 1e9,
    });
  });

  test('is doubted where it is faster than a GB a minute, since the last answer that was sure', () => {
    const large = (left: number, at = 0) => cardWith(0, { at, module: known(left, 60e9) });
    expect(doubt(large(50e9), large(36e9, 15 * minuteMs))).toBeNull();
    expect(doubt(large(50e9), large(34e9, 15 * minuteMs))).toBe('drop');
  });
});

test('8.1 a card that is seen for the first time is never doubted', () => {
  expect(jumpToConfirm(cardWith(0), { samples: null, previous: null, hasOpenOrder: false })).toBeNull();
});

test('8.1 whatever two answers show is taken over by the second, unless the second jumps the other way', () => {
  const bytes = fc.integer({ min: 0, max: 3e9 });
  fc.assert(
    fc.property(bytes, bytes, bytes, (before, first, second) => {
      const [sure, doubted, next] = [cardWith(before), cardWith(first, later), cardWith(second, { at: 30 * minuteMs })];
      const samples = samplesOf(sure);
      const jump = jumpToConfirm(doubted, { samples, previous: sure, hasOpenOrder: false });
      const previous = jump ? { ...doubted, unconfirmed: jump } : doubted;
      const again = jumpToConfirm(next, { samples, previous, hasOpenOrder: false });
      if (jump) expect(jump).toMatchObject({ leftBytes: before, measuredAt: start });
      if (jump && again) expect(again.kind).not.toBe(jump.kind);
    }),
  );
});

describe('8.1 a rise that is confirmed', () => {
  const causes = (before: Card, card: Card, rise?: Parameters<typeof diffSince>[2]) =>
    diffSince(sampleModules(before), card, rise)?.changes.map(({ cause, bytes }) => [cause, bytes]);

  test('to nearly the whole quota, or of what begins anew each month, is a new period', () => {
    expect(causes(cardWith(0.5e9), cardWith(2.9e9, later), 'reset-if-full')).toEqual([
      ['lapsed', 0.5e9],
      ['reset', 3e9],
    ]);
    const monthly = { ...later, module: { ...known(2.4e9), refreshPeriod: 'monthly' as const } };
    expect(causes(cardWith(0.5e9), cardWith(0, monthly), 'reset-if-full')).toEqual([
      ['lapsed', 0.5e9],
      ['reset', 3e9],
    ]);
  });

  test('to less is what was not used after all', () => {
    expect(diffSince(sampleModules(cardWith(0.5e9)), cardWith(2e9, later), 'reset-if-full')).toMatchObject({
      ...{ changes: [], usedBytes: 0, returnedBytes: 1.5e9 },
    });
  });

  test('of a hotspot that lost its last counts, or was corrected, is no new period', () => {
    for (const left of [0.57e9, 1.2e9]) expect(causes(cardWith(0.55e9), cardWith(left, later), 'reset')).toEqual([]);
    expect(causes(cardWith(0.55e9), cardWith(2e9, later), 'reset')).toEqual([
      ['lapsed', 0.55e9],
      ['reset', 3e9],
    ]);
  });

  test('of a later period is a new one, however it is meant', () => {
    const next = cardWith(2.9e9, { ...later, plan: { startsAt: start - hourMs } });
    expect(causes(cardWith(0.5e9), next)).toEqual([
      ['lapsed', 0.5e9],
      ['reset', 3e9],
    ]);
  });
});
