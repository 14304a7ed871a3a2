import { describe, expect, test } from 'vitest';
import type { Card, Plan } from '../../../../utils/core/usage/card.ts';
import { extraLineOf } from '../../../../utils/core/usage/extra-line.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';

const part = (bytes: number, days: number | null) =>
  makeModule({ ...known(bytes), expiresAt: days === null ? null : start + days * dayMs });
const twoParts = [part(4e8, 3), part(1e9, 20)];
const next = makePlan([makeModule(known(10e9, 10e9))], {
  state: 'queued',
  startsAt: start + 20 * dayMs,
  expiresAt: null,
});
const card = (modules = [makeModule()], overrides: Partial<Card> = {}, ...waiting: Plan[]): Card => {
  const made = makeCard(modules, overrides);
  return { ...made, plans: [...made.plans, ...waiting] };
};
const lineEnd = (days: number) => ({ lineEndsAt: start + days * dayMs });

describe('the one extra line', () => {
  test('is, of all that apply, the first', () => {
    expect(extraLineOf(card(twoParts, lineEnd(7), next), start)).toEqual({ kind: 'line-ends', at: start + 7 * dayMs });
    expect(extraLineOf(card(twoParts, lineEnd(8), next), start)).toEqual({
      kind: 'part-ends',
      bytes: 4e8,
      at: start + 3 * dayMs,
    });
    expect(extraLineOf(card([makeModule()], lineEnd(8), next), start)).toMatchObject({
      kind: 'waiting',
      plan: next,
      start: { kind: 'at', at: start + 20 * dayMs },
    });
    expect(extraLineOf(card([makeModule()], lineEnd(200)), start)).toEqual({
      kind: 'line-ends',
      at: start + 200 * dayMs,
    });
    expect(extraLineOf(card(), start)).toBeNull();
  });

  test('is not about the end of a line that is past', () => {
    expect(extraLineOf(card([makeModule()], lineEnd(0)), start)).toBeNull();
  });

  test('is about the end of a line that has no data too', () => {
    expect(extraLineOf(card([makeModule()], { state: 'grace', ...lineEnd(3) }, next), start)?.kind).toBe('line-ends');
  });
});

describe('a part that ends first', () => {
  test('is all that ends then, and nothing of what is used up', () => {
    const parts = [part(1e8, 3), part(2e8, 3), part(0, 1), part(1e9, null)];
    expect(extraLineOf(card(parts), start)).toEqual({ kind: 'part-ends', bytes: 3e8, at: start + 3 * dayMs });
  });

  test('is none where all ends at once, where nothing has an end, or where the figure is to be confirmed', () => {
    expect(extraLineOf(card([part(1e8, 3), part(2e8, 3)]), start)).toBeNull();
    const endless = makePlan([part(1e8, null), part(2e8, null)], { expiresAt: null });
    expect(extraLineOf(makeCard([], { plans: [endless] }), start)).toBeNull();
    const unconfirmed = { kind: 'drop', leftBytes: 3e9, measuredAt: start - hourMs } as const;
    expect(extraLineOf(card(twoParts, { unconfirmed }), start)).toBeNull();
  });
});

describe('a plan that waits', () => {
  const unstarted = makePlan([makeModule()], { state: 'not-started', startsAt: null, expiresAt: null });

  test('is no extra line where it is the verdict', () => {
    expect(extraLineOf(makeCard([], { plans: [unstarted] }), start)).toBeNull();
  });

  test('is not told of a card that has to be topped up first', () => {
    expect(extraLineOf(card([makeModule()], { state: 'suspended' }, unstarted), start)).toBeNull();
  });
});
