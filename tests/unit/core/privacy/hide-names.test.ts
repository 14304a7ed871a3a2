import { expect, test } from 'vitest';
import { defaultSeller, newAccount } from '../../../../utils/core/accounts/account.ts';
import { defaultPreference, listCards } from '../../../../utils/core/accounts/card-preferences.ts';
import { hideNames } from '../../../../utils/core/privacy/hide-names.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { makeCard, makeOrder, makeSnapshot } from '../../support/builders.ts';

const cards = [
  { key: 'c1', title: 'Secret one', number: '467' },
  { key: 'c2', title: 'Secret two' },
];
const index = {
  accounts: [{ id: 'a', name: 'Secret seller', cards, gone: [{ key: 'c3', title: 'Secret three' }] }],
  shown: { accountId: 'a', cardKey: 'c2' },
  requested: null,
};
const preferences = { order: ['a/c2'], pinned: 'a/c2', byCard: { 'a/c1': { ...defaultPreference, name: 'Secret' } } };

test('no name and no number is left in what a page reads', () => {
  const account = { ...newAccount('a', defaultSeller('manual', 'Secret seller'), 0), accountKey: 'Secret key' };
  const snapshot = makeSnapshot({
    accountKey: 'Secret key',
    cards: [makeCard(undefined, { title: 'Secret', subscriberId: 'Secret number' })],
  });
  const order = makeOrder({ planName: 'Secret plan', confirmationCode: 'Secret code', failureText: 'Secret' });
  const changes = [{ at: 0, cause: 'credited' as const, bytes: 1, name: 'Secret part' }];
  const hidden = [
    hideNames('index', index),
    hideNames('preferences', preferences),
    hideNames('account', account),
    hideNames('snapshot', snapshot),
    hideNames('orders', [order]),
    hideNames('archive', { since: 0, intervals: [], changes }),
  ];
  expect(JSON.stringify(hidden)).not.toMatch(/Secret|Europe 3 GB/);
});

test('cards are told apart all the same, in the user’s order and by their ids', () => {
  const listed = listCards(hideNames('index', index), hideNames('preferences', preferences));
  expect(listed.map(({ idText, title, isPinned }) => [idText, title, isPinned])).toEqual([
    ['a/c2', '••• 2', true],
    ['a/c1', '••• 1', false],
  ]);
});

test('what has no names stays as it is', () => {
  expect(hideNames('settings', defaultSettings)).toBe(defaultSettings);
});
