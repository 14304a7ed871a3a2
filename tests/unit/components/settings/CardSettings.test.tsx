// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultPreferences } from '../../../../utils/core/accounts/card-preferences.ts';
import {
  accountsOf,
  all,
  background,
  checkedOf,
  closeSettings,
  fill,
  openSettings,
  press,
  startSettings,
  the,
} from './settings-setup.tsx';

beforeEach(startSettings);
afterEach(closeSettings);

const accounts = accountsOf(['Europe', 'Asia'], ['Spare']);
const asia = { accountId: 'a1', cardKey: 'Asia' };
const titles = () => all('card-name').map(({ placeholder }) => placeholder);
const asiaPreferences = (some: object) => ({
  ...defaultPreferences,
  byCard: { 'a1/Asia': { name: null, isHidden: false, rules: null, neededUntil: null, ...some } },
});

test('a single card has a name and nothing else to choose', async () => {
  await openSettings();
  expect(all('card-name')).toHaveLength(1);
  for (const testId of ['card-up', 'card-down', 'card-hide', 'pin-choice', 'rules-for'])
    expect(all(testId), testId).toEqual([]);
});

test('a single card hidden before can be shown again', async () => {
  await openSettings({ accounts: accountsOf(['Asia']), preferences: asiaPreferences({ isHidden: true }) });
  await press('card-hide');
  expect(background.sent).toEqual([
    { type: 'savePreference', payload: { card: asia, preference: { isHidden: false } } },
  ]);
});

test('no card yet, no list of cards', async () => {
  await openSettings({ accounts: accountsOf([]) });
  expect(document.body.textContent).not.toContain('Cards');
});

test('a name is saved as it is typed, without the spaces around it', async () => {
  await openSettings({ accounts });
  await fill('card-name', ' Mum’s ', 1);
  expect(background.sent).toEqual([{ type: 'savePreference', payload: { card: asia, preference: { name: 'Mum’s' } } }]);
  expect(the('card-name', 1).value).toBe(' Mum’s ');
  await act(() => void the('card-name', 1).dispatchEvent(new FocusEvent('blur')));
  expect(the('card-name', 1).value).toBe('Mum’s');
});

test('an empty name is the seller’s again, and that is what the field shows', async () => {
  await openSettings({ accounts, preferences: asiaPreferences({ name: 'Mum’s' }) });
  expect(the('card-name', 1).placeholder).toBe('Asia');
  await fill('card-name', '', 1);
  expect(background.sent).toEqual([{ type: 'savePreference', payload: { card: asia, preference: { name: null } } }]);
});

test('a card moved down sends the whole order, across accounts, and says where it is', async () => {
  await openSettings({ accounts });
  await press('card-down', 1);
  expect(background.sent).toEqual([{ type: 'reorderCards', payload: { order: ['a1/Europe', 'a2/Spare', 'a1/Asia'] } }]);
  expect(titles()).toEqual(['Europe', 'Spare', 'Asia']);
  expect(document.body.textContent).toContain('Asia is now 3 of 3.');
});

test('the focus stays on the button of the card that moved', async () => {
  await openSettings({ accounts });
  the('card-up', 2).focus();
  await press('card-up', 2);
  await press('card-up', 1);
  expect(titles()).toEqual(['Spare', 'Europe', 'Asia']);
  expect(document.activeElement).toBe(the('card-up', 0));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Spare up');
});

test('the first card does not move further up', async () => {
  await openSettings({ accounts });
  expect(the('card-up', 0).getAttribute('aria-disabled')).toBe('true');
  await press('card-up', 0);
  expect(background.sent).toEqual([]);
});

test('a card can be hidden, and is told what that means', async () => {
  await openSettings({ accounts });
  await press('card-hide', 1);
  expect(background.sent).toEqual([
    { type: 'savePreference', payload: { card: asia, preference: { isHidden: true } } },
  ]);
  expect(document.body.textContent).toContain('not in the menus and not on the toolbar');
});

test('the last card in view cannot be hidden', async () => {
  await openSettings({ accounts: accountsOf(['Europe', 'Asia']), preferences: asiaPreferences({ isHidden: true }) });
  expect(all('card-hide').map(({ disabled }) => disabled)).toEqual([true, false]);
  expect(document.body.textContent).toContain('One card has to stay in view');
});

test('a card can be pinned to the toolbar, and unpinned', async () => {
  await openSettings({ accounts });
  expect(all('pin-choice').map(({ value }) => value)).toEqual(['', 'a1/Europe', 'a1/Asia', 'a2/Spare']);
  expect(checkedOf('pin-choice')).toEqual(['']);
  await press('pin-choice', 2);
  expect(checkedOf('pin-choice')).toEqual(['a1/Asia']);
  await press('pin-choice', 0);
  expect(background.sent).toEqual([
    { type: 'pinCard', payload: { card: asia } },
    { type: 'pinCard', payload: { card: null } },
  ]);
});

test('a pinned card that is gone leaves the choice to Gigabar', async () => {
  await openSettings({ accounts, preferences: { ...defaultPreferences, pinned: 'a9/Gone' } });
  expect(checkedOf('pin-choice')).toEqual(['']);
});

test('pinning a hidden card shows it again', async () => {
  await openSettings({ accounts, preferences: asiaPreferences({ isHidden: true }) });
  expect(document.body.textContent).toContain('hidden; choosing it shows it again');
  await press('pin-choice', 2);
  expect(the('card-hide', 1).checked).toBe(false);
});

test('twelve cards can all be named, moved and pinned', async () => {
  await openSettings({ accounts: accountsOf(Array.from({ length: 12 }, (_, index) => `Card ${index}`)) });
  expect(['card-name', 'card-up', 'card-down', 'card-hide', 'pin-choice'].map((id) => all(id).length)).toEqual([
    12, 12, 12, 12, 13,
  ]);
});
