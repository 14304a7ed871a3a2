import { describe, expect, test } from 'vitest';
import {
  defaultPreferences,
  listCards,
  withoutAccount,
  withPinned,
  withPreference,
} from '../../../../utils/core/accounts/card-preferences.ts';
import { mostUrgentCard, type UrgencyInput } from '../../../../utils/core/toolbar/card-urgency.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import type { CardId } from '../../../../utils/core/usage/card-id.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';
import { runningOut } from '../alerts/alert-setup.ts';

const candidate = (idText: string, card: Card, overrides: Partial<UrgencyInput> = {}): UrgencyInput => ({
  idText,
  card,
  forecast: { kind: 'none' },
  needsUserAction: false,
  hasNoProvider: false,
  now: start,
  ...overrides,
});
const left = (percent: number, overrides: Partial<Card> = {}) =>
  makeCard([makeModule(known(percent * 3e7))], overrides);

describe('the card in most danger', () => {
  test('is the one with the worst verdict, then the least share', () => {
    const cards = [candidate('half', left(50)), candidate('tight', left(18)), candidate('fifth', left(15))];
    expect(mostUrgentCard(cards)).toBe('fifth');
    expect(mostUrgentCard(cards.slice(0, 2))).toBe('tight');
    expect(mostUrgentCard([...cards, candidate('empty', left(0))])).toBe('empty');
  });

  test('is judged by the forecast where there is one', () => {
    const ends = start + 20 * dayMs;
    const fast = candidate('fast', left(60), { forecast: runningOut(start + 3 * dayMs, ends) });
    const slow = candidate('slow', left(15), { forecast: runningOut(null, ends) });
    expect(mostUrgentCard([slow, fast])).toBe('fast');
  });

  test('is one whose account waits for the person, before all others', () => {
    expect(mostUrgentCard([candidate('empty', left(0)), candidate('out', left(90), { needsUserAction: true })])).toBe(
      'out',
    );
  });

  test('is none that has been over for a day, unless there is no other', () => {
    const plans = (daysAgo: number) => [makePlan([makeModule()], { expiresAt: start - daysAgo * dayMs })];
    const expired = candidate('over', makeCard([], { plans: plans(1), measuredAt: start - 2 * dayMs, state: 'grace' }));
    const justExpired = candidate('just', makeCard([], { plans: plans(0.5), measuredAt: start - 2 * dayMs }));
    expect(mostUrgentCard([expired, candidate('fine', left(90))])).toBe('fine');
    expect(mostUrgentCard([expired])).toBe('over');
    expect(mostUrgentCard([justExpired, candidate('fine', left(90))])).toBe('just');
    expect(mostUrgentCard([])).toBeNull();
  });

  test('8.11 is none that is not read any more, unless there is no other', () => {
    const closed = candidate('closed', left(0), { hasNoProvider: true });
    expect(mostUrgentCard([closed, candidate('fine', left(90))])).toBe('fine');
    expect(mostUrgentCard([closed])).toBe('closed');
  });

  test('is a suspended one: somebody can mend that', () => {
    expect(mostUrgentCard([candidate('fine', left(30)), candidate('off', left(90, { state: 'suspended' }))])).toBe(
      'off',
    );
  });
});

describe('the list of cards', () => {
  const id = (accountId: string, cardKey: string): CardId => ({ accountId, cardKey });
  const index = {
    shown: null,
    requested: null,
    accounts: [
      {
        id: 'a',
        name: 'Axis',
        cards: [
          { key: '1', title: 'Europe' },
          { key: '2', title: '' },
        ],
      },
      { id: 'b', name: 'Other', cards: [{ key: '1', title: 'Asia' }] },
    ],
  };
  const titles = (preferences = defaultPreferences) => listCards(index, preferences).map(({ title }) => title);

  test('has all cards of all accounts, in the person’s order, new ones last', () => {
    expect(titles()).toEqual(['Europe', 'Axis', 'Asia']);
    expect(titles({ ...defaultPreferences, order: ['b/1', 'a/2'] })).toEqual(['Asia', 'Axis', 'Europe']);
  });

  test('calls a card what the person calls it', () => {
    expect(titles(withPreference(defaultPreferences, id('a', '2'), { name: 'Phone' }))).toEqual([
      'Europe',
      'Phone',
      'Asia',
    ]);
  });

  test('tells cards of one title apart by their numbers', () => {
    const cards = [
      { key: '1', title: 'Start', number: '•••• 0101' },
      { key: '2', title: 'Start', number: '•••• 0102' },
    ];
    const sameTitles = { ...index, accounts: [{ id: 'a', name: 'Axis', cards }] };
    expect(listCards(sameTitles, defaultPreferences).map(({ title }) => title)).toEqual([
      'Start •••• 0101',
      'Start •••• 0102',
    ]);
    const named = withPreference(defaultPreferences, id('a', '1'), { name: 'Phone' });
    expect(listCards(sameTitles, named).map(({ title }) => title)).toEqual(['Phone', 'Start']);
  });

  test('unpins a card that is hidden, and shows one that is pinned', () => {
    const pinned = withPinned(withPreference(defaultPreferences, id('a', '1'), { isHidden: true }), id('a', '1'));
    expect(listCards(index, pinned)[0]).toMatchObject({ isHidden: false, isPinned: true });
    const hidden = withPreference(pinned, id('a', '1'), { isHidden: true });
    expect(listCards(index, hidden)[0]).toMatchObject({ isHidden: true, isPinned: false });
  });

  test('forgets all that was chosen for an account that is signed out', () => {
    const preferences = withPinned(withPreference(defaultPreferences, id('a', '1'), { name: 'Phone' }), id('a', '1'));
    const other = withPreference({ ...preferences, order: ['a/1', 'b/1'] }, id('b', '1'), { name: 'Trip' });
    expect(withoutAccount(other, 'a')).toEqual({
      order: ['b/1'],
      pinned: null,
      byCard: { 'b/1': { name: 'Trip', isHidden: false, rules: null, neededUntil: null } },
    });
  });
});
