// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  accountsOf,
  all,
  background,
  closeSettings,
  openSettings,
  press,
  pressKey,
  startSettings,
  textOf,
  the,
} from './settings-setup.tsx';

beforeEach(startSettings);
afterEach(closeSettings);

const manualAccounts = accountsOf(['Prepaid']).map((account) => ({ ...account, hasSignIn: false }));

test('an account that was only entered is removed, and nobody is signed out of anything', async () => {
  background.answer = async () => ({ isRevoked: true });
  await openSettings({ accounts: manualAccounts });
  expect(textOf('sign-out')).toBe('Remove');
  await press('sign-out');
  expect(document.body.textContent).toContain('deletes the figures, plans, orders and entries of Axis 1');
  expect(background.sent).toEqual([]);
  expect(document.activeElement).toBe(the('decline'));
  await press('confirm');
  expect(background.sent).toEqual([{ type: 'signOut', payload: { accountId: 'a1' } }]);
  await vi.waitFor(() => expect(textOf('farewell')).toBe('Axis 1 is removed.'));
  expect(document.body.textContent).not.toMatch(/sign(ed)? out/i);
});

test('“no” is the first answer, Escape gives it too, and the focus is where it was', async () => {
  await openSettings({ accounts: accountsOf(['Europe']) });
  for (const answer of [() => press('decline'), () => pressKey('Escape')]) {
    await press('sign-out');
    const buttons = [...document.querySelectorAll('[role=alertdialog] button')];
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['Not now', 'Sign out and delete']);
    expect(buttons[1]?.getAttribute('data-variant')).toBe('danger');
    await answer();
    expect(all('confirm')).toEqual([]);
    expect(document.activeElement).toBe(the('sign-out'));
  }
  expect(background.sent).toEqual([]);
});

test('the question has a name and a description for those who hear it', async () => {
  await openSettings({ accounts: accountsOf(['Europe']) });
  await press('sign-out');
  const dialog = document.querySelector('[role=alertdialog]');
  const said = (attribute: string) => document.getElementById(dialog?.getAttribute(attribute) ?? '')?.textContent;
  expect(said('aria-labelledby')).toBe('Sign out of Axis 1');
  expect(said('aria-describedby')).toContain('deletes the figures');
});

test('a card kept by hand is removed at once, as that can be undone', async () => {
  background.answer = async () => ({ isRevoked: true, isReleased: false });
  await openSettings({ accounts: manualAccounts.map((account) => ({ ...account, origin: '' })) });
  await press('sign-out');
  expect(all('confirm')).toEqual([]);
  expect(background.sent).toEqual([{ type: 'signOut', payload: { accountId: 'a1' } }]);
  await vi.waitFor(() => expect(document.activeElement).toBe(the('farewell')));
  expect(textOf('farewell')).toBe('Axis 1 is removed.');
});

test('7.6 after a sign-out it is said that the permission is given back, where it was', async () => {
  background.answer = async () => ({ isRevoked: true, isReleased: true });
  await openSettings({ accounts: accountsOf(['Europe']) });
  await press('sign-out');
  await press('confirm');
  await vi.waitFor(() => expect(textOf('farewell')).toContain('Signed out of Axis 1. Its data is deleted here.'));
  expect(textOf('farewell')).toContain('Gigabar may no longer read its addresses.');
});

test('7.6 where the seller has not heard of it yet, its addresses may be read until then', async () => {
  background.answer = async () => ({ isRevoked: false, isReleased: false });
  await openSettings({ accounts: accountsOf(['Europe']) });
  await press('sign-out');
  await press('confirm');
  await vi.waitFor(() => expect(textOf('farewell')).toContain('may read its addresses until then'));
  expect(textOf('farewell')).not.toContain('no longer');
});

test('one that was saved before there were any other has a sign-in to end', async () => {
  await openSettings({
    accounts: [...accountsOf(['Europe']), ...manualAccounts.map((account) => ({ ...account, id: 'a2' }))],
  });
  expect(all('sign-out').map(({ textContent }) => textContent)).toEqual(['Sign out', 'Remove']);
});

test('7.18 an account of which not even the name can be read is listed, and can be signed out of', async () => {
  background.answer = async () => ({ isRevoked: false });
  await openSettings({ accounts: [{ id: 'a1', name: '', cards: [] }] });
  expect(document.body.textContent).toContain('Account that cannot be read');
  await press('sign-out');
  await press('confirm');
  expect(background.sent).toEqual([{ type: 'signOut', payload: { accountId: 'a1' } }]);
});
