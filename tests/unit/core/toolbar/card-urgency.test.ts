import { describe, expect, test } from 'vitest';
import {
  emptyBook,
  listCards,
  withChoice,
  withoutAccount,
  withPinned,
} from '../../../../utils/core/accounts/card-preferences.ts';
import { type Candidate, mostInDanger } from '../../../../utils/core/toolbar/card-urgency.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import type { CardId } from '../../../../utils/core/usage/card-id.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';
import { runningOut } from '../alerts/alert-setup.ts';

const candidate = (text: string, card: Card, some: Partial<Candidate> = {}): Candidate => ({
  text,
  card,
  forecast: { kind: 'none' },
  needsPerson: false,
  now: start,
  ...some,
});
const left = (percent: number, some: Partial<Card> = {}) => makeCard([makeModule(known(percent * 3e7))], some);

describe('the card in most danger', () => {
  test('is the one with the worst verdict, then the least share', () => {
    const cards = [candidate('half', left(50)), candidate('tight', left(18)), candidate('fifth', left(15))];
    expect(mostInDanger(cards)).toBe('fifth');
    expect(mostInDanger(cards.slice(0, 2))).toBe('tight');
    expect(mostInDanger([...cards, candidate('empty', left(0))])).toBe('empty');
  });

  test('is judged by the forecast where there is one', () => {
    const ends = start + 20 * dayMs;
    const fast = candidate('fast', left(60), { forecast: runningOut(start + 3 * dayMs, ends) });
    const slow = candidate('slow', left(15), { forecast: runningOut(null, ends) });
    expect(mostInDanger([slow, fast])).toBe('fast');
  });

  test('is one whose account waits for the person, before all others', () => {
    expect(mostInDanger([candidate('empty', left(0)), candidate('out', left(90), { needsPerson: true })])).toBe('out');
  });

  test('is none that has been over for a day, unless there is no other', () => {
    const plans = (daysAgo: number) => [makePlan([makeModule()], { expiresAt: start - daysAgo * dayMs })];
    const over = candidate('over', makeCard([], { plans: plans(1), measuredAt: start - 2 * dayMs, state: 'grace' }));
    const just = candidate('just', makeCard([], { plans: plans(0.5), measuredAt: start - 2 * dayMs }));
    expect(mostInDanger([over, candidate('fine', left(90))])).toBe('fine');
    expect(mostInDanger([over])).toBe('over');
    expect(mostInDanger([just, candidate('fine', left(90))])).toBe('just');
    expect(mostInDanger([])).toBeNull();
  });

  test('is a suspended one: somebody can mend that', () => {
    expect(mostInDanger([candidate('fine', left(30)), candidate('off', left(90, { state: 'suspended' }))])).toBe('off');
  });
});

describe('the list of cards', () => {
  const id = (accountId: string, cardKey: string): CardId => ({ accountId, cardKey });
  const index = {
    shown: null,
    asked: null,
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
  const titles = (book = emptyBook) => listCards(index, book).map(({ title }) => title);

  test('has all cards of all accounts, in the person’s order, new ones last', () => {
    expect(titles()).toEqual(['Europe', 'Axis', 'Asia']);
    expect(titles({ ...emptyBook, order: ['b/1', 'a/2'] })).toEqual(['Asia', 'Axis', 'Europe']);
  });

  test('calls a card what the person calls it', () => {
    expect(titles(withChoice(emptyBook, id('a', '2'), { name: 'Phone' }))).toEqual(['Europe', 'Phone', 'Asia']);
  });

  test('tells cards of one title apart by their numbers', () => {
    const cards = [
      { key: '1', title: 'Start', number: '•••• 0101' },
      { key: '2', title: 'Start', number: '•••• 0102' },
    ];
    const twins = { ...index, accounts: [{ id: 'a', name: 'Axis', cards }] };
    expect(listCards(twins, emptyBook).map(({ title }) => title)).toEqual(['Start •••• 0101', 'Start •••• 0102']);
    const named = withChoice(emptyBook, id('a', '1'), { name: 'Phone' });
    expect(listCards(twins, named).map(({ title }) => title)).toEqual(['Phone', 'Start']);
  });

  test('unpins a card that is hidden, and shows one that is pinned', () => {
    const pinned = withPinned(withChoice(emptyBook, id('a', '1'), { isHidden: true }), id('a', '1'));
    expect(listCards(index, pinned)[0]).toMatchObject({ isHidden: false, isPinned: true });
    const hidden = withChoice(pinned, id('a', '1'), { isHidden: true });
    expect(listCards(index, hidden)[0]).toMatchObject({ isHidden: true, isPinned: false });
  });

  test('forgets all that was chosen for an account that is signed out', () => {
    const book = withPinned(withChoice(emptyBook, id('a', '1'), { name: 'Phone' }), id('a', '1'));
    const other = withChoice({ ...book, order: ['a/1', 'b/1'] }, id('b', '1'), { name: 'Trip' });
    expect(withoutAccount(other, 'a')).toEqual({
      order: ['b/1'],
      pinned: null,
      choices: { 'b/1': { name: 'Trip', isHidden: false, rules: null, until: null } },
    });
  });
});
