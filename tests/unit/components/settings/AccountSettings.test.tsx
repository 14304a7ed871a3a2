// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  accountsOf,
  all,
  background,
  closeSettings,
  openSettings,
  press,
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
  expect(document.activeElement).toBe(the('confirm'));
  await press('confirm');
  expect(background.sent).toEqual([{ type: 'signOut', payload: { accountId: 'a1' } }]);
  await vi.waitFor(() => expect(textOf('farewell')).toBe('Axis 1 is removed. Its data is deleted here.'));
  expect(document.body.textContent).not.toMatch(/sign(ed)? out/i);
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
