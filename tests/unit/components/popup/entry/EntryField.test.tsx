// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EntryField } from '../../../../../components/popup/entry/EntryField.tsx';
import type { Account } from '../../../../../utils/core/accounts/account.ts';
import type { ByteUnit } from '../../../../../utils/core/values/bytes.ts';
import { healthy, now, shownOf } from '../../popup-setup.ts';
import { press, renderPage, sent, startRendering, the, unmount } from '../../render-setup.tsx';

beforeEach(startRendering);
beforeEach(() => close.mockReset());
afterEach(unmount);

const account = shownOf(healthy).account as Account;

const close = vi.fn();

function open(byteUnit: ByteUnit = 1000) {
  const entered = { ...account, seller: { ...account.seller, byteUnit } };
  return renderPage(<EntryField account={entered} now={now} close={close} />);
}

const input = () => the('enter-left') as HTMLInputElement;
const statusText = () => the('enter-left-status').textContent;

async function enter(amount: string, unit = 'GB'): Promise<void> {
  await act(() => {
    input().value = amount;
    input().dispatchEvent(new Event('input', { bubbles: true }));
    (the('enter-left-unit') as HTMLSelectElement).value = unit;
    the('enter-left-unit').dispatchEvent(new Event('change', { bubbles: true }));
  });
  await act(() => the('save-left').click());
}

test.each<[string, string, ByteUnit, number]>([
  ['1.24', 'GB', 1000, 1_240_000_000],
  ['1,24', 'GB', 1000, 1_240_000_000],
  ['500', 'MB', 1000, 500_000_000],
  ['500', 'MB', 1024, 524_288_000],
  ['０', 'GB', 1024, 0],
])(
  '"%s %s" at a seller that counts by %i is sent as %i bytes, and it is told that it was',
  async (amount, unit, byteUnit, bytes) => {
    await open(byteUnit);
    await enter(amount, unit);
    expect(sent).toEqual([{ type: 'setBalance', payload: { accountId: 'a1', bytes } }]);
    await vi.waitFor(() => expect(close.mock.calls).toEqual([[true]]));
  },
);

test.each(['', 'much', '-1', '1.2.3'])(
  '"%s" is no amount: that is said with the field, and nothing is sent',
  async (amount) => {
    await open();
    await enter(amount);
    expect(statusText()).toContain('not an amount');
    expect([input().getAttribute('aria-invalid'), input().value]).toEqual(['true', amount]);
    expect(document.getElementById(input().getAttribute('aria-describedby') ?? '')?.textContent).toBe(statusText());
    expect(sent).toEqual([]);
  },
);

test('what was said of an entry goes as soon as another is typed', async () => {
  await open();
  await enter('much');
  await act(() => {
    input().value = '1';
    input().dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect([statusText(), input().getAttribute('aria-invalid')]).toEqual(['', 'false']);
});

test('what could not be saved stays in the field, and that is said', async () => {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('no receiver'));
  await open();
  await enter('1.24');
  await vi.waitFor(() => expect(statusText()).toBe('Gigabar could not start this. Try again.'));
  expect(input().value).toBe('1.24');
});

test('the field has a name, and tells screen readers what became of it', async () => {
  await open();
  expect(input().labels?.[0]?.textContent).toBe('What is left now');
  expect(the('enter-left-unit').getAttribute('aria-label')).toBe('Unit');
  expect(the('enter-left-status').getAttribute('role')).toBe('status');
});

test('the field takes the focus, and Escape leaves it and closes nothing else', async () => {
  await open();
  expect(document.activeElement).toBe(input());
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  await act(() => void input().dispatchEvent(key));
  expect(key.defaultPrevented).toBe(true);
  expect(close.mock.calls).toEqual([[false]]);
});

test('a message of the seller fills the field', async () => {
  const read = {
    left: { choices: [524_288_000], isCertain: true },
    totalBytes: null,
    end: { choices: [], isCertain: false },
  };
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => read as never);
  await open(1024);
  await press('paste');
  await press('paste-read');
  await vi.waitFor(() => expect(input().value).toBe('500'));
  expect((the('enter-left-unit') as HTMLSelectElement).value).toBe('MB');
});
