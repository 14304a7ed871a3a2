// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { detectOperatingSystem } from '../../../../components/settings/notifications/operating-system.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import {
  all,
  background,
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

test('notifications are asked for in the click itself', async () => {
  const request = vi.fn(async () => true);
  fakeBrowser.permissions.request = request;
  await openSettings({ canWarn: false });
  expect(all('test-alert')).toEqual([]);
  act(() => {
    the('allow-alerts').click();
    expect(request).toHaveBeenCalledWith({ permissions: ['notifications'] });
  });
});

test.each(['granted', null] as const)('notifications that are allowed are not asked for (level %s)', async (level) => {
  await openSettings({ level });
  expect(all('allow-alerts')).toEqual([]);
  expect(document.body.textContent).toContain('Alerts are on');
});

test('notifications the browser blocks are not called on, and how to let them through is told', async () => {
  await openSettings({ level: 'denied' });
  expect(document.body.textContent).toContain('Alerts do not reach you');
  expect(document.body.textContent).not.toContain('Alerts are on');
  expect(the('steps').querySelectorAll('li').length).toBeGreaterThan(2);
});

test('once they are allowed the focus is on the line that says so', async () => {
  await openSettings({ canWarn: false });
  the('allow-alerts').focus();
  await act(() => void window.dispatchEvent(new Event('focus')));
  await vi.waitFor(() => expect(document.activeElement).toBe(the('alerts-status')));
  expect(textOf('alerts-status')).toBe('Alerts are on.');
});

test('while alerts are off their rules are folded', async () => {
  await openSettings({ canWarn: false });
  expect((the('rules-folded') as unknown as HTMLDetailsElement).open).toBe(false);
  expect(the('rules-folded').contains(the('threshold'))).toBe(true);
  await closeSettings();
  await openSettings();
  expect(all('rules-folded')).toEqual([]);
  expect(all('threshold').length).toBeGreaterThan(0);
});

describe('a test alert', () => {
  const send = async (answer: () => Promise<unknown>) => {
    background.answer = answer;
    await openSettings();
    await press('test-alert');
    expect(background.sent).toEqual([{ type: 'sendTestNotification', payload: {} }]);
  };

  test('that is seen proves that alerts arrive', async () => {
    await send(async () => ({ isAccepted: true }));
    await vi.waitFor(() => expect(textOf('test-outcome')).toContain('Did you see it?'));
    await press('test-seen');
    expect(textOf('test-outcome')).toBe('Good. Alerts reach you.');
    expect(document.activeElement).toBe(the('test-outcome'));
    expect(all('test-seen')).toEqual([]);
  });

  test('that is not seen leads to the steps of this system', async () => {
    await send(async () => ({ isAccepted: true }));
    await vi.waitFor(() => expect(all('test-not-seen')).toHaveLength(1));
    await press('test-not-seen');
    expect(textOf('test-outcome')).toContain('your system holds them back');
    expect(the('steps').querySelectorAll('li').length).toBeGreaterThan(1);
  });

  test('the browser does not take is said to be refused, with the steps', async () => {
    await send(async () => ({ isAccepted: false }));
    await vi.waitFor(() => expect(textOf('test-outcome')).toContain('refused to show the test alert'));
    expect(all('test-seen')).toEqual([]);
    expect(all('steps')).toHaveLength(1);
  });

  test('that could not be sent can be sent again', async () => {
    await send(() => Promise.reject(new Error('no receiver')));
    await vi.waitFor(() => expect(textOf('test-outcome')).toContain('could not start'));
    expect(the('test-alert').getAttribute('aria-disabled')).toBe('false');
  });
});

describe('quiet hours', () => {
  const night = { fromMinute: 22 * 60, toMinute: 7 * 60, exceptEmpty: true };
  const openWith = (quiet = night) => openSettings({ settings: { ...defaultSettings, quiet } });

  test('are from ten to seven when turned on', async () => {
    await openSettings();
    expect(all('quiet-from')).toEqual([]);
    await press('quiet');
    expect(background.sent).toEqual([saveMessage({ quiet: night })]);
    expect([the('quiet-from').value, the('quiet-to').value]).toEqual(['22:00', '07:00']);
  });

  test('are what was chosen', async () => {
    await openWith();
    await fill('quiet-from', '23:30');
    await fill('quiet-to', '00:05');
    await press('quiet-except-empty');
    expect(background.sent.at(-1)).toEqual(
      saveMessage({ quiet: { fromMinute: 23 * 60 + 30, toMinute: 5, exceptEmpty: false } }),
    );
  });

  test('keep the last time when a field is emptied', async () => {
    await openWith();
    await fill('quiet-from', '');
    expect(background.sent).toEqual([]);
    await act(() => void the('quiet-from').dispatchEvent(new FocusEvent('blur')));
    expect(the('quiet-from').value).toBe('22:00');
  });

  test('turned off and on again are as they were', async () => {
    await openWith({ ...night, fromMinute: 60 });
    await press('quiet');
    expect(background.sent.at(-1)).toEqual(saveMessage({ quiet: null }));
    await press('quiet');
    expect(background.sent.at(-1)).toEqual(saveMessage({ quiet: { ...night, fromMinute: 60 } }));
  });

  test('of no length hold nothing back, and that is said', async () => {
    await openWith();
    expect(document.body.textContent).toContain('come as one summary');
    await fill('quiet-to', '22:00');
    expect(document.body.textContent).toContain('no alert waits');
  });
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36', 'windows', 'Chrome'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0', 'windows', 'Microsoft Edge'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0', 'macos', 'Firefox'],
  ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/141.0.0.0 Safari/537.36', 'chromeos', 'Chrome'],
  ['Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.0.0 Safari/537.36 OPR/122.0.0.0', 'linux', 'Opera'],
  ['Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0', 'android', 'Firefox'],
  ['Mozilla/5.0 (Linux; Android 15) Chrome/141.0.0.0 Mobile Safari/537.36 EdgA/141.0', 'android', 'Microsoft Edge'],
])('%s is known for what it is', (userAgent, system, browser) => {
  expect(detectOperatingSystem(userAgent)).toEqual({ system, browser });
});
