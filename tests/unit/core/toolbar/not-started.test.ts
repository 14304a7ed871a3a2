import { describe, expect, test } from 'vitest';
import { badgeChoices, defaultSettings } from '../../../../utils/core/settings.ts';
import { mostUrgentCard } from '../../../../utils/core/toolbar/card-urgency.ts';
import { nextToolbarChange } from '../../../../utils/core/toolbar/toolbar-changes.ts';
import { toolbarState } from '../../../../utils/core/toolbar/toolbar-state.ts';
import type { Card, Plan } from '../../../../utils/core/usage/card.ts';
import type { PlanSize } from '../../../../utils/core/usage/waiting-plans.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, makeSnapshot, start } from '../../support/builders.ts';
import { badgeFor } from './badge-setup.ts';

const by = start + 5 * hourMs;
const skewMs = hourMs;
const forecast = { kind: 'none' } as const;
const unstarted = (overrides: Partial<Plan> = {}) =>
  makePlan([makeModule(known(5e9, 5e9))], {
    ...{ state: 'not-started', startsAt: null, expiresAt: null, startBefore: by },
    ...overrides,
  });
const cardOf = (...plans: Plan[]): Card => makeCard([], { plans });
const snapshotOf = (card: Card) => makeSnapshot({ cards: [card], skewMs });

function stateOf(card: Card, now = start) {
  const account = { ...({ byteUnit: 1000, title: 'Axis', failure: null } as const), card, forecast };
  return toolbarState({
    account: { ...account, snapshot: snapshotOf(card) },
    ...{ intervalMs: dayMs, settings: defaultSettings, now },
  });
}

describe('the badge of a card that has not begun', () => {
  test.each<[PlanSize, string]>([
    [{ kind: 'known', bytes: 5e9 }, '5.0'],
    [{ kind: 'known', bytes: 25e9 }, '25G'],
    [{ kind: 'unlimited' }, '∞'],
    [{ kind: 'unknown' }, '–'],
  ])('of the size %o is %s, whatever the badge counts otherwise', (size, text) => {
    const balance = { kind: 'not-started', size, start: { kind: 'first-use', by: null } } as const;
    for (const shows of badgeChoices) {
      for (const view of ['left', 'used'] as const) expect(badgeFor({ balance, shows, view })).toBe(text);
    }
  });
});

describe('the toolbar of a card that has not begun', () => {
  test('is calm, full, and says by our clock until when it has to begin', () => {
    expect(stateOf(cardOf(unstarted()))).toMatchObject({
      ...{ text: '5.0', colour: 'ok', level: 1, isHollow: false },
      card: { start: { kind: 'first-use', by: by - skewMs }, endsAt: null, runsOutAt: null },
    });
  });

  test('has nothing to begin where other data can be used', () => {
    expect(stateOf(cardOf(makePlan([makeModule()]), unstarted())).card?.start).toBeNull();
  });

  test('stands for the plan that waits once the present one has ended, not for its end', () => {
    const card = cardOf(makePlan([makeModule()], { expiresAt: start + 2 * hourMs }), unstarted());
    expect(stateOf(card, start + hourMs)).toMatchObject({ text: '5.0', isHollow: false, card: { endsAt: null } });
  });

  test('is grey and hollow from the moment it has lapsed, which is planned', () => {
    const card = cardOf(unstarted());
    const lapsesAt = by - skewMs;
    expect([stateOf(card, lapsesAt - 1).colour, stateOf(card, lapsesAt).colour]).toEqual(['ok', 'stale']);
    const shown = { card, snapshot: snapshotOf(card), forecast };
    const input = { cards: [shown], shown, intervalMs: dayMs, badgeShows: 'amount', zone: 'UTC' } as const;
    expect(nextToolbarChange({ ...input, now: start })).toBe(lapsesAt);
  });
});

test('a card that has not begun comes after one that runs low, and before one that is long over', () => {
  const urgency = (idText: string, card: Card) => ({
    ...{ idText, card, forecast, needsUserAction: false, hasNoProvider: false, now: start },
  });
  const over = makePlan([makeModule()], { state: 'expired', expiresAt: start - 2 * dayMs });
  const waiting = urgency('waiting', cardOf(over, unstarted({ startBefore: null })));
  const low = urgency('low', makeCard([makeModule(known(1e8))]));
  const gone = urgency('gone', cardOf(over));
  expect(mostUrgentCard([gone, waiting, low])).toBe('low');
  expect(mostUrgentCard([gone, waiting])).toBe('waiting');
});
