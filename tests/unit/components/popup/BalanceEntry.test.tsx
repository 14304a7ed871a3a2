// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BalanceEntry } from '../../../../components/popup/details/BalanceEntry.tsx';
import type { ByteUnit } from '../../../../utils/core/values/bytes.ts';
import { healthy, shownOf } from '../popup-setup.ts';
import { found, renderPage, sent, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

function open(byteUnit: ByteUnit = 1000) {
  const { account } = shownOf(healthy);
  if (!account) throw new Error('No account');
  return renderPage(<BalanceEntry account={{ ...account, seller: { ...account.seller, byteUnit } }} />);
}

const input = () => the('enter-left') as HTMLInputElement;
const statusText = () => found('#enter-left-status')[0]?.textContent;

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
  '"%s %s" at a seller that counts by %i is sent as %i bytes, and that is said',
  async (amount, unit, byteUnit, bytes) => {
    await open(byteUnit);
    await enter(amount, unit);
    expect(sent).toEqual([{ type: 'setBalance', payload: { accountId: 'a1', bytes } }]);
    await vi.waitFor(() => expect([statusText(), input().value]).toEqual(['Saved.', '']));
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
  expect(found('#enter-left-status')[0]?.getAttribute('role')).toBe('status');
});
