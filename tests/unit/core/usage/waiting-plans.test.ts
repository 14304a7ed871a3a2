import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usageStatus } from '../../../../utils/core/forecast/usage-status.ts';
import type { Card, Module, Plan } from '../../../../utils/core/usage/card.ts';
import {
  activeModules,
  cardBalance,
  hasExpired,
  lastPlanEndsAt,
  remainingShare,
} from '../../../../utils/core/usage/card-balance.ts';
import { lapsesAt, planStartByOurClock, waitingPlans } from '../../../../utils/core/usage/waiting-plans.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';

const noForecast = { kind: 'none' } as const;
const by = start + 90 * dayMs;

function unstarted(overrides: Partial<Plan> = {}, ...modules: Partial<Module>[]): Plan {
  const parts = modules.length === 0 ? [known(5e9, 5e9)] : modules;
  const dates = { startsAt: null, expiresAt: null, durationMs: 30 * dayMs, startBefore: by };
  return makePlan(parts.map(makeModule), { name: 'Europe 5 GB', state: 'not-started', ...dates, ...overrides });
}
const cardOf = (...plans: Plan[]): Card => makeCard([], { plans });
const running = makePlan([makeModule(known(1e9))]);

describe('a card with nothing but a plan that has not begun', () => {
  test('stands for the size of that plan, is ok and has no share', () => {
    const card = cardOf(unstarted());
    const balance = cardBalance(card, start);
    expect(balance).toEqual({
      kind: 'not-started',
      size: { kind: 'known', bytes: 5e9 },
      start: { kind: 'first-use', by },
    });
    expect(usageStatus(card, noForecast, start)).toEqual({ status: 'ok', reason: 'not-started' });
    expect(remainingShare(balance)).toBeNull();
    expect(activeModules(card, start)).toEqual([]);
  });

  test.each<[string, Partial<Module>[], object]>([
    ['the sum of the parts for any traffic', [known(1e9, 1e9), known(2e9, 2e9)], { kind: 'known', bytes: 3e9 }],
    ['without those for video alone', [known(1e9, 1e9), { ...known(9e9), categories: ['video'] }], { bytes: 1e9 }],
    ['what is left, where no total was told', [known(4e9, 0)], { kind: 'known', bytes: 4e9 }],
    ['unlimited', [{ balance: { kind: 'unlimited' } }], { kind: 'unlimited' }],
    ['unknown, where no amount is told', [{ balance: { kind: 'unknown' } }], { kind: 'unknown' }],
  ])('has as its size %s', (_, modules, size) => {
    expect(cardBalance(cardOf(unstarted({}, ...modules)), start)).toMatchObject({ kind: 'not-started', size });
  });

  test('never sums two of them: it stands for the one that begins first', () => {
    const queued = makePlan([makeModule(known(2e9, 2e9))], { state: 'queued', startsAt: start + dayMs });
    expect(cardBalance(cardOf(unstarted(), queued), start)).toMatchObject({
      size: { bytes: 2e9 },
      start: { kind: 'at', at: start + dayMs },
    });
  });

  test('has lapsed at its last instant to begin, and then has ended', () => {
    const card = cardOf(unstarted());
    expect([hasExpired(card, by - 1), hasExpired(card, by)]).toEqual([false, true]);
    expect(cardBalance(card, by)).toEqual({ kind: 'unknown' });
    expect(usageStatus(card, noForecast, by)).toEqual({ status: 'critical', reason: 'ended' });
    expect(lastPlanEndsAt(card)).toBe(by);
  });

  test.each(['grace', 'suspended', 'expired'] as const)('has nothing to use in state %s', (state) => {
    const card = makeCard([], { plans: [unstarted()], state });
    expect(cardBalance(card, start)).toMatchObject({ kind: 'known', leftBytes: 0 });
    expect(usageStatus(card, noForecast, start)).toEqual({ status: 'critical', reason: state });
  });
});

describe('beside other plans', () => {
  test('a plan that waits counts for nothing', () => {
    expect(cardBalance(cardOf(running, unstarted()), start)).toMatchObject({ kind: 'known', leftBytes: 1e9 });
  });

  test('it is what is left of the card once they have ended', () => {
    const card = cardOf(running, unstarted());
    const endsAt = running.expiresAt ?? 0;
    expect(cardBalance(card, endsAt)).toMatchObject({ kind: 'not-started' });
    expect(hasExpired(card, endsAt)).toBe(false);
  });

  test('it does not stand for a plan that has only begun a new period', () => {
    const daily = { ...known(1e9), refreshPeriod: 'daily', expiresAt: start + hourMs } as const;
    const card = cardOf(makePlan([makeModule(daily)]), unstarted());
    expect(cardBalance(card, start + hourMs)).toEqual({ kind: 'unknown' });
    expect(usageStatus(card, noForecast, start + hourMs).reason).toBe('new-period');
  });
});

describe('the plans that wait', () => {
  test('are in the order in which they begin', () => {
    const dated = makePlan([], { id: 'dated', state: 'queued', startsAt: start + dayMs });
    const soon = makePlan([], { id: 'soon', startsAt: start + hourMs });
    const next = makePlan([], { id: 'next', state: 'queued', startsAt: null });
    const card = cardOf(unstarted({ id: 'first-use' }), dated, soon, next, running);
    expect(waitingPlans(card, start).map(({ plan }) => plan.id)).toEqual(['next', 'soon', 'dated', 'first-use']);
  });

  test('do not have a start that was past when they were reported', () => {
    const [late] = waitingPlans(cardOf(makePlan([], { state: 'queued', startsAt: start - 1 })), start);
    expect(late?.start).toEqual({ kind: 'later' });
  });

  test('are none that has ended or lapsed, or of which it is the end', () => {
    const over = [
      unstarted({ startBefore: start }),
      makePlan([], { state: 'queued', startsAt: null, expiresAt: start }),
    ];
    expect(waitingPlans(cardOf(...over, makePlan([], { state: 'expired' })), start)).toEqual([]);
  });

  test('are lost at their end, where no last day to begin is told', () => {
    expect(lapsesAt(unstarted({ startBefore: null, expiresAt: by }))).toBe(by);
    expect([lapsesAt(unstarted({ startBefore: null })), lapsesAt({ ...running, startBefore: by })]).toEqual([
      null,
      null,
    ]);
  });

  test('have their times by our clock for the eye', () => {
    expect(planStartByOurClock({ kind: 'at', at: start }, hourMs)).toEqual({ kind: 'at', at: start - hourMs });
    expect(planStartByOurClock({ kind: 'first-use', by: start }, hourMs)).toEqual({
      kind: 'first-use',
      by: start - hourMs,
    });
    for (const timeless of [{ kind: 'later' }, { kind: 'first-use', by: null }] as const) {
      expect(planStartByOurClock(timeless, hourMs)).toEqual(timeless);
    }
  });
});

test('whatever plans a card has, what has not begun adds nothing to what is left', () => {
  const states = fc.constantFrom<Plan['state']>('active', 'queued', 'not-started', 'expired');
  const at = fc.option(
    fc.integer({ min: -5, max: 5 }).map((days) => start + days * dayMs),
    { nil: null },
  );
  const plan = fc
    .record({ state: states, startsAt: at, expiresAt: at, startBefore: at, bytes: fc.integer({ min: 1, max: 1e9 }) })
    .map(({ bytes, ...rest }) => makePlan([makeModule(known(bytes, bytes))], rest));
  fc.assert(
    fc.property(fc.array(plan, { maxLength: 4 }), (plans) => {
      const card = cardOf(...plans);
      const waiting = new Set(waitingPlans(card, start).map((one) => one.plan));
      const others = cardOf(...plans.filter((one) => !waiting.has(one)));
      const balance = cardBalance(card, start);
      if (balance.kind !== 'not-started') expect(balance).toEqual(cardBalance(others, start));
      else expect([waiting.size > 0, activeModules(card, start)]).toEqual([true, []]);
    }),
  );
});
