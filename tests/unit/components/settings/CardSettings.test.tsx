// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultPreferences } from '../../../../utils/core/accounts/card-preferences.ts';
import {
  accountsOf,
  all,
  background,
  closeSettings,
  fill,
  openSettings,
  press,
  startSettings,
  textOf,
  the,
} from './settings-setup.tsx';

beforeEach(startSettings);
afterEach(closeSettings);

const accounts = accountsOf(['Europe', 'Asia'], ['Spare']);
const asia = { accountId: 'a1', cardKey: 'Asia' };
const titles = () => all('card-name').map(({ value }) => value);
/** Opens what is folded of each card. */
async function openMore(...some: Parameters<typeof openSettings>): Promise<void> {
  await openSettings(...some);
  for (let place = 0; place < all('card-more').length; place += 1) await press('card-more', place);
}
const asiaPreferences = (some: object) => ({
  ...defaultPreferences,
  byCard: { 'a1/Asia': { name: null, isHidden: false, rules: null, neededUntil: null, ...some } },
});

test('a single card has a name, its alerts and nothing else to choose', async () => {
  await openSettings();
  expect(all('card-alerts')).toHaveLength(1);
  expect(all('card-name')).toHaveLength(1);
  for (const testId of ['card-more', 'card-up', 'card-down', 'card-hide', 'pin-choice', 'rules-for'])
    expect(all(testId), testId).toEqual([]);
});

test('a single card hidden before can be shown again', async () => {
  await openMore({ accounts: accountsOf(['Asia']), preferences: asiaPreferences({ isHidden: true }) });
  await press('card-hide');
  expect(background.sent).toEqual([
    { type: 'savePreference', payload: { card: asia, preference: { isHidden: false } } },
  ]);
});

test('without a card there is a way to add one', async () => {
  await openSettings({ accounts: accountsOf([]) });
  expect(all('card-name')).toEqual([]);
  expect(the('add-card').getAttribute('href')).toBe('connect.html');
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
  expect(the('card-name', 1).value).toBe('Mum’s');
  await fill('card-name', '', 1);
  expect(background.sent).toEqual([{ type: 'savePreference', payload: { card: asia, preference: { name: null } } }]);
  await act(() => void the('card-name', 1).dispatchEvent(new FocusEvent('blur')));
  expect(the('card-name', 1).value).toBe('Asia');
});

test('a card moved down sends the whole order, across accounts, and says where it is', async () => {
  await openMore({ accounts });
  await press('card-down', 1);
  expect(background.sent).toEqual([{ type: 'reorderCards', payload: { order: ['a1/Europe', 'a2/Spare', 'a1/Asia'] } }]);
  expect(titles()).toEqual(['Europe', 'Spare', 'Asia']);
  expect(document.body.textContent).toContain('Asia is now 3 of 3.');
});

test('the focus stays on the button of the card that moved', async () => {
  await openMore({ accounts });
  the('card-up', 2).focus();
  await press('card-up', 2);
  await press('card-up', 1);
  expect(titles()).toEqual(['Spare', 'Europe', 'Asia']);
  expect(document.activeElement).toBe(the('card-up', 0));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Spare up');
});

test('the first card does not move further up', async () => {
  await openMore({ accounts });
  expect(the('card-up', 0).getAttribute('aria-disabled')).toBe('true');
  await press('card-up', 0);
  expect(background.sent).toEqual([]);
});

test('a card can be hidden, and is told what that means', async () => {
  await openMore({ accounts });
  await press('card-hide', 1);
  expect(background.sent).toEqual([
    { type: 'savePreference', payload: { card: asia, preference: { isHidden: true } } },
  ]);
  expect(document.body.textContent).toContain('not in the menus and not on the toolbar');
});

test('the last card in view cannot be hidden', async () => {
  await openMore({ accounts: accountsOf(['Europe', 'Asia']), preferences: asiaPreferences({ isHidden: true }) });
  expect(all('card-hide').map(({ disabled }) => disabled)).toEqual([true, false]);
  expect(document.body.textContent).toContain('One card has to stay in view');
});

const pinned = () =>
  all('pin-choice')
    .filter((button) => button.getAttribute('aria-pressed') === 'true')
    .map(({ value }) => value);

test('a card can be pinned to the toolbar, and unpinned', async () => {
  await openSettings({ accounts });
  expect(all('pin-choice').map(({ value }) => value)).toEqual(['a1/Europe', 'a1/Asia', 'a2/Spare']);
  expect(pinned()).toEqual([]);
  expect(textOf('pinned')).toContain('the card that needs attention first');
  await press('pin-choice', 1);
  expect(pinned()).toEqual(['a1/Asia']);
  expect(textOf('pinned')).toBe('Asia stays on the toolbar.');
  await press('pin-choice', 1);
  expect(background.sent).toEqual([
    { type: 'pinCard', payload: { card: asia } },
    { type: 'pinCard', payload: { card: null } },
  ]);
});

test('a pinned card that is gone leaves the choice to Gigabar', async () => {
  await openSettings({ accounts, preferences: { ...defaultPreferences, pinned: 'a9/Gone' } });
  expect(pinned()).toEqual([]);
  expect(textOf('pinned')).toContain('the card that needs attention first');
});

test('pinning a hidden card shows it again', async () => {
  await openMore({ accounts, preferences: asiaPreferences({ isHidden: true }) });
  await press('pin-choice', 1);
  expect(the('card-hide', 1).checked).toBe(false);
});

test('twelve cards can all be named, moved and pinned', async () => {
  await openMore({ accounts: accountsOf(Array.from({ length: 12 }, (_, index) => `Card ${index}`)) });
  expect(['card-name', 'card-up', 'card-down', 'card-hide', 'pin-choice'].map((id) => all(id).length)).toEqual([
    12, 12, 12, 12, 12,
  ]);
});

test('alerts of one card can be turned off and on, where there are any', async () => {
  await openSettings({ accounts });
  const saved = (isMuted: boolean) => ({ type: 'savePreference', payload: { card: asia, preference: { isMuted } } });
  await press('card-alerts', 1);
  expect(the('card-alerts', 1).getAttribute('aria-pressed')).toBe('false');
  await press('card-alerts', 1);
  expect(background.sent).toEqual([saved(true), saved(false)]);
  await closeSettings();
  await openSettings({ accounts, canWarn: false });
  expect(all('card-alerts')).toEqual([]);
});

test('each card stands there once, with what it has left', async () => {
  const judged = {
    ...{ balance: { kind: 'known', leftBytes: 1_240_000_000, totalBytes: 3e9 } as const, endsAt: null },
    ...{ status: 'ok' as const, validUntil: null },
  };
  await openSettings({ accounts: [{ id: 'a1', name: 'Axis', cards: [{ key: 'Europe', title: 'Europe', judged }] }] });
  expect(all('card-row')).toHaveLength(1);
  expect(textOf('card-figure')).toBe('1.24 GB');
});

test('two cards of one name are told apart by their numbers', async () => {
  const cards = ['4821', '7755'].map((number) => ({ key: number, title: 'Axis', number }));
  await openSettings({ accounts: [{ id: 'a1', name: 'Axis', cards }] });
  expect(all('card-row').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('4821'),
    expect.stringContaining('7755'),
  ]);
});

describe('a long list of cards', () => {
  const names = Array.from({ length: 130 }, (_, nth) => `Card ${nth}`);

  test('begins with the first, and asked for it shows the rest in turns, the focus on the next', async () => {
    await openSettings({ accounts: accountsOf(names) });
    expect(all('card-row')).toHaveLength(50);
    expect(textOf('show-all')).toBe('Show all 130');
    await press('show-all');
    expect(all('show-all')).toEqual([]);
    await vi.waitFor(() => expect(all('card-row').length).toBeGreaterThan(50));
    expect(document.activeElement).toBe(the('card-name', 50));
    await vi.waitFor(() => expect(all('card-row')).toHaveLength(130));
    expect(document.activeElement).toBe(the('card-name', 50));
  });

  test('that is one of fifty is shown as it is', async () => {
    await openSettings({ accounts: accountsOf(names.slice(0, 50)) });
    expect(all('card-row')).toHaveLength(50);
    expect(all('show-all')).toEqual([]);
  });
});
