import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasIncreased, takeBaseline } from '../../../../utils/core/orders/credit-evidence.ts';
import { needsBalanceProof } from '../../../../utils/core/orders/order.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makeOrder, makePlan, start } from '../../support/builders.ts';

const card = makeCard();
const baseline = takeBaseline(card, start);
const isCreditSeen = (after: Card, before = baseline) => hasIncreased(before, after, start);
const withModule = (overrides: Parameters<typeof makeModule>[0]) => makeCard([makeModule(overrides)]);

describe('the balance', () => {
  test.each<[string, Card]>([
    ['a larger quota', withModule(known(1.24e9, 6e9))],
    ['1 % more of the quota left', withModule(known(1.27e9))],
    ['a later end', makeCard([], { plans: [makePlan([makeModule()], { expiresAt: start + 21 * dayMs })] })],
    ['no limit any more', withModule({ balance: { kind: 'unlimited' } })],
    ['another plan, queued', { ...card, plans: [...card.plans, makePlan([], { id: 'next', state: 'queued' })] }],
    ['the same plan begun anew', makeCard([], { plans: [makePlan([makeModule()], { startsAt: start })] })],
  ])('shows by %s that data has come', (_, after) => {
    expect(isCreditSeen(after)).toBe(true);
  });

  test.each<[string, Card]>([
    ['nothing new', card],
    ['less left', withModule(known(1e9))],
    ['a little more left', withModule(known(1.26e9))],
    [
      'the end a few minutes later',
      makeCard([], { plans: [makePlan([makeModule()], { expiresAt: start + 20 * dayMs + hourMs - 1 })] }),
    ],
    ['figures that are unknown now', withModule({ balance: { kind: 'unknown' } })],
  ])('shows by %s that none has come', (_, after) => {
    expect(isCreditSeen(after)).toBe(false);
  });

  test('takes no returned reservation and no new day for a purchase', () => {
    const reserved = makeModule({
      balance: { kind: 'known', quotaBytes: 3e9, remainingBytes: 1e9, reservedBytes: 5e7 },
    });
    expect(isCreditSeen(withModule(known(1.05e9)), takeBaseline(makeCard([reserved]), start))).toBe(false);
    const daily = { refreshPeriod: 'daily' as const, expiresAt: start + hourMs };
    const used = takeBaseline(makeCard([makeModule({ ...known(1e6), ...daily })]), start);
    expect(isCreditSeen(withModule({ ...known(3e9), ...daily, expiresAt: start + 25 * hourMs }), used)).toBe(false);
  });

  test('of a card that was over shows it by being usable again', () => {
    const expired = makeCard([makeModule(known(0))], { state: 'grace' });
    expect(isCreditSeen(card, takeBaseline(expired, start))).toBe(true);
  });

  test('never grows by use alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3e9 }), fc.integer({ min: 0, max: 3e9 }), (left, used) => {
        const before = takeBaseline(withModule(known(left)), start);
        expect(isCreditSeen(withModule(known(Math.max(0, left - used))), before)).toBe(false);
      }),
    );
  });
});

test('the seller’s word is doubted only where the balance could show it', () => {
  const credited = makeOrder({ state: 'credited', sellerStatus: 'credited', baseline });
  expect(needsBalanceProof(credited)).toBe(true);
  expect(needsBalanceProof({ ...credited, balanceConfirmedAt: start })).toBe(false);
  expect(needsBalanceProof({ ...credited, baseline: null })).toBe(false);
  expect(needsBalanceProof({ ...credited, baseline: { ...baseline, heldBytes: null } })).toBe(false);
  expect(needsBalanceProof({ ...credited, state: 'queued' })).toBe(false);
});
