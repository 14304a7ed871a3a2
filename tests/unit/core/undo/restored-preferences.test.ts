import { describe, expect, test } from 'vitest';
import {
  type CardPreferences,
  defaultPreference,
  defaultPreferences,
} from '../../../../utils/core/accounts/card-preferences.ts';
import { withAccountAgain, withShownAgain } from '../../../../utils/core/undo/restored-preferences.ts';

const named = (name: string) => ({ ...defaultPreference, name });

describe('a card that was hidden', () => {
  const card = { accountId: 'a', cardKey: 'c' };
  const hidden: CardPreferences = {
    ...defaultPreferences,
    byCard: { 'a/c': { ...named('Train'), isHidden: true } },
  };

  test('is in view again with its name', () => {
    expect(withShownAgain(hidden, card, false).byCard['a/c']).toEqual(named('Train'));
  });

  test('is pinned again only if it was, and no other is by now', () => {
    expect(withShownAgain(hidden, card, true).pinned).toBe('a/c');
    expect(withShownAgain(hidden, card, false).pinned).toBe(null);
    expect(withShownAgain({ ...hidden, pinned: 'b/d' }, card, true).pinned).toBe('b/d');
  });
});

describe('of an account that is back', () => {
  const before: CardPreferences = {
    order: ['b/1', 'a/1', 'b/2', 'a/2'],
    pinned: 'a/1',
    byCard: { 'a/1': named('Train'), 'b/1': named('Old') },
  };
  const now: CardPreferences = { order: ['b/2', 'b/1'], pinned: null, byCard: { 'b/1': named('New') } };

  test('the cards have their names, and those of others stay as they are by now', () => {
    expect(withAccountAgain(now, before, 'a').byCard).toEqual({ 'a/1': named('Train'), 'b/1': named('New') });
  });

  test('each card stands after the one it stood after', () => {
    expect(withAccountAgain(now, before, 'a').order).toEqual(['b/2', 'a/2', 'b/1', 'a/1']);
    expect(withAccountAgain({ ...now, order: [] }, before, 'a').order).toEqual(['a/2', 'a/1']);
  });

  test('the pinned card is pinned again, unless another is by now', () => {
    expect(withAccountAgain(now, before, 'a').pinned).toBe('a/1');
    expect(withAccountAgain({ ...now, pinned: 'b/1' }, before, 'a').pinned).toBe('b/1');
    expect(withAccountAgain(now, { ...before, pinned: 'b/2' }, 'a').pinned).toBe(null);
  });
});
