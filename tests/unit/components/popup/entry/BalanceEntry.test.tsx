// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BalanceEntry } from '../../../../../components/popup/entry/BalanceEntry.tsx';
import { EntryField } from '../../../../../components/popup/entry/EntryField.tsx';
import type { Account } from '../../../../../utils/core/accounts/account.ts';
import { healthy, now, shownOf } from '../../popup-setup.ts';
import { all, press, pressKey, renderPage, startRendering, the, typeInto, unmount } from '../../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const account = shownOf(healthy).account as Account;

async function enter(amount: string): Promise<void> {
  await typeInto('enter-left', amount);
  await press('save-left');
}

test('the field opens at a press, with the focus in it', async () => {
  await renderPage(<BalanceEntry account={account} now={now} />);
  expect(all('enter-left')).toEqual([]);
  await press('update-left');
  expect(document.activeElement).toBe(the('enter-left'));
});

test('once it is saved the button is back with the focus, and says so', async () => {
  await renderPage(<BalanceEntry account={account} now={now} />);
  await press('update-left');
  await enter('1.24');
  await vi.waitFor(() => expect(the('left-saved').textContent).toBe('Saved.'));
  expect(all('enter-left')).toEqual([]);
  expect(document.activeElement).toBe(the('update-left'));
});

test('left by Escape it says nothing, and the button has the focus', async () => {
  await renderPage(<BalanceEntry account={account} now={now} />);
  await press('update-left');
  await pressKey('Escape');
  expect(document.activeElement).toBe(the('update-left'));
  expect(the('left-saved').textContent).toBe('');
});

test('where another button led to it the field is open, and it is told when it goes', async () => {
  const onClose = vi.fn();
  await renderPage(<EntryField account={account} now={now} close={onClose} />);
  expect(document.activeElement).toBe(the('enter-left'));
  await enter('1.24');
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
});
