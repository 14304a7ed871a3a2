// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SettingsPage } from '../../../components/SettingsPage.tsx';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { speakIn } from '../support/words.ts';

const accounts = [
  { id: 'a1', name: 'Axis', cards: ['Axis Europe', 'Axis Asia'].map((title) => ({ key: title, title })) },
];
let sent: unknown[] = [];
let answer: () => Promise<unknown> = async () => undefined;

beforeEach(async () => {
  await speakIn('en');
  sent = [];
  answer = async () => undefined;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((message: unknown) => {
    sent.push(message);
    return answer();
  });
});
beforeAll(() => {
  for (const event of [fakeBrowser.permissions.onAdded, fakeBrowser.permissions.onRemoved]) {
    event.addListener = () => undefined;
    event.removeListener = () => undefined;
  }
});
afterEach(() => act(() => render(null, document.body)));

function open(canWarn = false): void {
  act(() => render(<SettingsPage first={{ settings: defaultSettings, accounts, canWarn }} />, document.body));
}

const all = (testId: string) => [...document.querySelectorAll<HTMLInputElement>(`[data-testid="${testId}"]`)];
const the = (testId: string) => all(testId)[0] as HTMLInputElement;
const farewell = () => document.querySelector('[role="status"]')?.textContent;
const press = (testId: string) => act(() => the(testId).click());
const savedOf = (some: object) => [{ wish: 'saveSettings', ask: { settings: { ...defaultSettings, ...some } } }];

test('a threshold is saved at once, in order with the others', async () => {
  open();
  expect(all('threshold').map(({ value, checked }) => (checked ? value : null))).toEqual([
    null,
    null,
    '20',
    '10',
    null,
    '0',
  ]);
  await act(() => all('threshold')[0]?.click());
  expect(sent).toEqual(savedOf({ thresholds: [50, 20, 10, 0] }));
});

test('the last threshold can be taken away', async () => {
  open();
  await act(() => all('threshold').at(-1)?.click());
  expect(sent).toEqual(savedOf({ thresholds: [20, 10] }));
});

test('the pace is saved at once', async () => {
  open();
  expect([...the('pace').querySelectorAll('option')].map(({ textContent }) => textContent)).toContain('15 minutes');
  await act(() => {
    the('pace').value = '60';
    the('pace').dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(sent).toEqual(savedOf({ paceMinutes: 60 }));
});

test('the number on the icon can be turned off', async () => {
  open();
  await press('badge-number');
  expect(sent).toEqual(savedOf({ badgeNumber: false }));
});

test('notifications are asked for in the click itself', async () => {
  const request = vi.fn(async () => true);
  fakeBrowser.permissions.request = request;
  open();
  act(() => {
    the('allow-alerts').click();
    expect(request).toHaveBeenCalledWith({ permissions: ['notifications'] });
  });
});

test('notifications that are allowed are not asked for', () => {
  open(true);
  expect(all('allow-alerts')).toEqual([]);
  expect(document.body.textContent).toContain('Alerts are on');
});

test('a sign-out says what it deletes and happens only when confirmed', async () => {
  answer = async () => ({ isRevoked: true });
  open();
  await press('sign-out');
  expect(sent).toEqual([]);
  expect(document.body.textContent).toContain('deletes the figures, plans, orders and sign-in of this Axis account');
  expect(document.activeElement).toBe(the('confirm'));
  await press('confirm');
  expect(sent).toEqual([{ wish: 'signOut', ask: { accountId: 'a1' } }]);
  await vi.waitFor(() => expect(farewell()).toBe('Signed out of Axis. Its data is deleted here.'));
});

test('a sign-out the seller has not heard of yet says that it will be told', async () => {
  answer = async () => ({ isRevoked: false });
  open();
  await press('sign-out');
  await press('confirm');
  await vi.waitFor(() => expect(farewell()).toContain('tries to tell it'));
});

test('a sign-out that could not start says so and can be pressed again', async () => {
  answer = () => Promise.reject(new Error('no receiver'));
  open();
  await press('sign-out');
  await press('confirm');
  await vi.waitFor(() => expect(farewell()).toContain('could not start'));
  expect(the('confirm').getAttribute('aria-disabled')).toBe('false');
});

test.each([
  ['en', 'Axis Europe and Axis Asia'],
  ['zh_CN', 'Axis Europe和Axis Asia'],
] as const)('the names of several cards stay apart in %s', async (language, names) => {
  await speakIn(language);
  open();
  expect(document.body.textContent).toContain(names);
});
