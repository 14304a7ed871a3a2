import { describe, expect, test } from 'vitest';
import {
  defaultPreference,
  defaultPreferences,
  withPreference,
} from '../../../../utils/core/accounts/card-preferences.ts';
import { initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import {
  parseStored,
  readStored,
  type Stored,
  type StoredKind,
  toStored,
} from '../../../../utils/core/storage/stored-values.ts';
import { type Aside, withAside } from '../../../../utils/core/storage/unread-values.ts';
import { makeOrder, makeSnapshot, start } from '../../support/builders.ts';
import { makeRecipe } from '../../support/page-builders.ts';

/* F19: a list with one entry that cannot be read is no empty list. */

const read = (kind: StoredKind, value: unknown): unknown => parseStored(kind, value);

describe('7.18 a part that cannot be read costs that part alone', () => {
  test.each<[keyof typeof defaultSettings, unknown]>([
    ['pollIntervalMinutes', 0],
    ['pollIntervalMinutes', 'often'],
    ['thresholds', [120]],
    ['thresholds', undefined],
    ['leadHours', [0]],
    ['amounts', [{ value: -1, unit: 'MB' }]],
    ['amounts', [{ value: 1, unit: 'TB' }]],
    ['quiet', { fromMinute: 1440, toMinute: 0, exceptEmpty: true }],
    ['view', 'both'],
  ])('of the settings: %s %o has its default', (name, value) => {
    const others = { ...defaultSettings, badgeNumber: false, risk: false };
    expect(read('settings', { ...others, [name]: value })).toEqual({ ...others, [name]: defaultSettings[name] });
  });

  test.each<[keyof typeof initialAlertState, unknown]>([
    ['sent', '20%'],
    ['cycle', Number.NaN],
    ['leftBytes', -1],
    ['leftBytes', 1.5],
    ['snooze', { until: 'tomorrow', endsAt: null }],
  ])('of the alerts of a card: %s %o has its default', (name, value) => {
    const others = { ...initialAlertState, warnedEndsAt: start };
    expect(read('alerts', { ...others, [name]: value })).toEqual({ ...others, [name]: initialAlertState[name] });
  });

  test('of the index: what is shown, a title, an account', () => {
    const europe = { key: 'c', title: 'Europe', number: null };
    const axis = { id: 'a', name: 'Axis', cards: [europe, { key: 'd', title: null }] };
    const index = { accounts: [axis, { name: 'No id' }, { id: 'b' }], shown: { accountId: 3 } };
    expect(read('index', index)).toEqual({
      accounts: [
        { ...axis, cards: [europe] },
        { id: 'b', name: '', cards: [] },
      ],
      shown: null,
      requested: null,
    });
  });

  test('of the preferences: the one of another card stays', () => {
    const mine = { ...defaultPreference, name: 'Mum’s' };
    const byCard = { 'a/c': mine, 'a/d': 'x', 'a/e': { ...mine, rules: 7 } };
    expect(read('preferences', { order: ['a/c', 3], pinned: 7, byCard })).toEqual({
      order: ['a/c'],
      pinned: null,
      byCard: { 'a/c': mine, 'a/e': mine },
    });
    expect(read('preferences', { choices: {}, pinned: null })).toEqual(defaultPreferences);
  });

  test('of the orders, the snapshot, the history: the other entries stay', () => {
    const order = makeOrder();
    expect(read('orders', [{ ...order, id: 'p', state: 'disputed' }, order, null])).toEqual([order]);
    const snapshot = makeSnapshot();
    expect(read('snapshot', { ...snapshot, cards: [{ key: 'x' }, ...snapshot.cards], etag: 7 })).toEqual(snapshot);
    const samples = { since: start, intervals: [[start, 5, 10], [start], null], modules: ['x'] };
    expect(read('samples', samples)).toEqual({ since: start, intervals: [[start, 5, 10]], modules: [] });
  });

  test.each([undefined, '40 SEK', { currency: 'SEK' }])(
    'of a page’s recipe: %o as its card’s credit is none',
    (credit) => {
      const facts = { lineEndsAt: start, firstUse: null };
      const recipe = { ...makeRecipe(), facts: { ...facts, credit } };
      expect(read('recipe', recipe)).toEqual(makeRecipe({ facts: { ...facts, credit: null } }));
    },
  );
});

describe('7.18 what could not be read is written back unchanged', () => {
  /** As it is stored after a change, and what is read of that. */
  function change<K extends StoredKind>(kind: K, saved: unknown, next: (value: Stored<K>) => Stored<K>) {
    const { value, unread } = readStored(kind, saved);
    if (value === null) throw new Error('It cannot be read');
    return JSON.parse(JSON.stringify(toStored(kind, next(value), unread)));
  }

  test('an order of a state that is not known, at its place among the others', () => {
    const [newest, oldest] = [makeOrder({ id: 'o2' }), makeOrder({ id: 'o0' })];
    const foreign = { ...makeOrder({ id: 'o1' }), state: 'disputed', version: 99, more: [1] };
    const stored = change('orders', [newest, foreign, oldest], (orders) => [makeOrder({ id: 'o3' }), ...orders]);
    expect(stored.map(({ id }: { id: string }) => id)).toEqual(['o3', 'o2', 'o1', 'o0']);
    expect(stored[2]).toEqual(foreign);
    const without = change('orders', [newest, foreign, oldest], () => []);
    expect(without).toEqual([foreign]);
  });

  test('an interval and a change of the history, at their places', () => {
    const intervals = [[1, 5, 10], { to: 2 }, [3, 5, 10]];
    const stored = change('archive', { since: 0, intervals, changes: [7] }, (archive) => ({
      ...archive,
      intervals: [...archive.intervals, [4, 5, 10]],
    }));
    expect(stored).toMatchObject({ intervals: [...intervals, [4, 5, 10]], changes: [7] });
  });

  test('the preferences of another card, and the unreadable part of one that is kept', () => {
    const rules = { of: 'a newer version' };
    const byCard = { 'a/c': { ...defaultPreference, rules }, 'a/d': ['x'] };
    const stored = change('preferences', { order: [3], pinned: { a: 1 }, byCard }, (preferences) =>
      withPreference(preferences, { accountId: 'a', cardKey: 'e' }, { name: 'Mum’s' }),
    );
    expect(stored).toMatchObject({ order: [3], pinned: { a: 1 }, byCard });
    expect(stored.byCard['a/e'].name).toBe('Mum’s');
  });

  test('unless the user has set something else there', () => {
    const stored = change('settings', { ...defaultSettings, view: 'both', badgeShows: 7 }, (settings) => ({
      ...settings,
      view: 'used',
    }));
    expect(stored).toMatchObject({ view: 'used', badgeShows: 7 });
  });
});

test('a value that is set aside is there once, and never instead of an earlier one', () => {
  const asides = ['a', 'a', 'b', 'c', 'd'].reduce<Aside[]>((all, saved) => withAside(all, saved, start), []);
  expect(asides.map(({ saved }) => saved)).toEqual(['a', 'b', 'c']);
});
