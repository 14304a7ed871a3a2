// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadSettings } from '../../../../components/settings/shared/use-settings.ts';
import { defaultPreferences } from '../../../../utils/core/accounts/card-preferences.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { setLocale } from '../../support/i18n.ts';
import {
  accountsOf,
  all,
  background,
  checkedOf,
  closeSettings,
  fill,
  openSettings,
  press,
  saveMessage,
  startSettings,
  textOf,
  the,
} from './settings-setup.tsx';

beforeEach(startSettings);
afterEach(closeSettings);

const accounts = accountsOf(['Axis Europe', 'Axis Asia']);

test('checks come as needed, or at an interval that is saved at once', async () => {
  await openSettings();
  const options = [...the('pace').querySelectorAll('option')].map(({ textContent }) => textContent);
  expect([options.at(0), options.at(2), the('pace').value]).toEqual(['As needed', 'Every 15 minutes', 'as-needed']);
  await fill('pace', '60');
  await fill('pace', 'as-needed');
  expect(background.sent).toEqual([60, null].map((pollIntervalMinutes) => saveMessage({ pollIntervalMinutes })));
});

test('the number on the icon can be turned off, and then has nothing to choose', async () => {
  await openSettings();
  await press('badge-number');
  expect(background.sent).toEqual([saveMessage({ badgeNumber: false })]);
  expect(the('badge-shows').disabled).toBe(true);
});

test('what the number on the icon tells is saved at once', async () => {
  await openSettings();
  await fill('badge-shows', 'run-out');
  expect(background.sent).toEqual([saveMessage({ badgeShows: 'run-out' })]);
});

test('figures can say what is used', async () => {
  await openSettings();
  expect(checkedOf('view')).toEqual(['left']);
  await press('view', 1);
  expect(background.sent).toEqual([saveMessage({ view: 'used' })]);
});

test('two quick changes do not lose each other', async () => {
  await openSettings();
  await act(() => {
    the('threshold', 0).click();
    the('threshold', 1).click();
    the('view', 1).click();
  });
  expect(background.sent.at(-1)).toEqual(saveMessage({ thresholds: [50, 30, 20, 10, 0], view: 'used' }));
});

test('what is read while a change is being saved does not undo it', async () => {
  let finishSaving = () => undefined as unknown;
  background.answer = () => new Promise((resolve) => (finishSaving = () => resolve(undefined)));
  await openSettings();
  await press('view', 1);
  await act(() => fakeBrowser.storage.local.set({ settings: { ...defaultSettings, leadHours: [1] } }));
  expect(checkedOf('view')).toEqual(['used']);
  await fakeBrowser.storage.local.set({ settings: { ...defaultSettings, view: 'used', leadHours: [1] } });
  await act(async () => void finishSaving());
  await vi.waitFor(() => expect(checkedOf('lead')).toEqual(['1']));
  expect(checkedOf('view')).toEqual(['used']);
});

test('a change that could not be saved says so and is taken back', async () => {
  background.answer = () => Promise.reject(new Error('no receiver'));
  await openSettings();
  await press('view', 1);
  await vi.waitFor(() => expect(textOf('not-saved')).toBe('Gigabar could not save this. Try again.'));
  await vi.waitFor(() => expect(checkedOf('view')).toEqual(['left']));
});

test('settings saved by an older version have the defaults of what came later', async () => {
  await fakeBrowser.storage.local.set({ settings: { thresholds: [5], pollIntervalMinutes: 30, badgeNumber: false } });
  expect(await loadSettings()).toEqual({
    settings: { ...defaultSettings, thresholds: [5], pollIntervalMinutes: 30, badgeNumber: false },
    accounts: [],
    checks: {},
    preferences: defaultPreferences,
    canWarn: true,
    level: 'granted',
    unread: [],
  });
});

test('a sign-out says what it deletes and happens only when confirmed', async () => {
  background.answer = async () => ({ isRevoked: true });
  await openSettings({ accounts });
  await press('sign-out');
  expect(background.sent).toEqual([]);
  expect(document.body.textContent).toContain('deletes the figures, plans, orders and sign-in of this Axis 1 account');
  expect(document.activeElement).toBe(the('decline'));
  await press('confirm');
  expect(background.sent).toEqual([{ type: 'signOut', payload: { accountId: 'a1' } }]);
  await vi.waitFor(() => expect(textOf('farewell')).toBe('Signed out of Axis 1. Its data is deleted here.'));
});

test('a sign-out the seller has not heard of yet says that it will be told', async () => {
  background.answer = async () => ({ isRevoked: false });
  await openSettings({ accounts });
  await press('sign-out');
  await press('confirm');
  await vi.waitFor(() => expect(textOf('farewell')).toContain('tries to tell it'));
});

test('a sign-out that could not start says so and can be pressed again', async () => {
  background.answer = () => Promise.reject(new Error('no receiver'));
  await openSettings({ accounts });
  await press('sign-out');
  await press('confirm');
  await vi.waitFor(() => expect(textOf('farewell')).toContain('could not start'));
  expect(the('confirm').getAttribute('aria-disabled')).toBe('false');
});

test.each([
  ['en', 'Axis Europe and Axis Asia'],
  ['zh_CN', 'Axis Europe和Axis Asia'],
] as const)('the names of several cards stay apart in %s', async (language, names) => {
  await setLocale(language);
  await openSettings({ accounts });
  expect(document.body.textContent).toContain(names);
});

test.each(['en', 'zh_CN'] as const)('no word is missing in %s', async (language) => {
  await setLocale(language);
  await openSettings({
    accounts,
    canWarn: false,
    settings: { ...defaultSettings, amounts: [{ value: 1, unit: 'GB' }] },
  });
  const empty = [...document.querySelectorAll('legend, h2, option, button:not(.icon-button)')].filter(
    ({ textContent }) => textContent === '',
  );
  expect(empty).toEqual([]);
  expect(all('card-up').every((button) => (button.getAttribute('aria-label') ?? '').includes('Axis'))).toBe(true);
});
