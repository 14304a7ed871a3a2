// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setPrivacyMode } from '../../../../utils/browser/i18n.ts';
import { defaultPreference } from '../../../../utils/core/accounts/card-preferences.ts';
import type { HandKeptCard, SettingsFile } from '../../../../utils/core/export/settings-file.ts';
import { parseManualPlan } from '../../../../utils/core/manual/manual-plan-form.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import {
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
afterEach(async () => {
  await closeSettings();
  setPrivacyMode(false);
});

const current: SettingsFile = { gigabar: 2, settings: defaultSettings, cards: [] };

describe('a file', () => {
  beforeEach(() => {
    background.answer = async () => current;
  });
  const sentTypes = () => background.sent.map((message) => (message as { type: string }).type);
  const choose = async (content: string) => {
    await openSettings();
    await act(async () => {
      Object.defineProperty(the('import-file'), 'files', { value: [new File([content], 'settings.json')] });
      the('import-file').dispatchEvent(new Event('change'));
    });
  };
  const chooseSettings = (some: object) =>
    choose(JSON.stringify({ ...current, settings: { ...defaultSettings, ...some } }));

  test('names no card in privacy mode', async () => {
    const preference = { ...defaultPreference, name: 'Mother in Porto' };
    const plan = parseManualPlan({ left: '1 GB' }, 1000, null, 0);
    const card: HandKeptCard = { name: 'Mother in Porto', byteUnit: 1000, plan, entries: {}, preference };
    setPrivacyMode(true);
    await choose(JSON.stringify({ ...current, cards: [card] }));
    await vi.waitFor(() => expect(document.body.textContent).toContain('•••'));
    expect(document.body.textContent).not.toContain('Porto');
  });

  test('is taken only after it is said what it changes, and “no” comes first', async () => {
    await chooseSettings({ thresholds: [5], theme: 'dark' });
    await vi.waitFor(() => expect(document.activeElement).toBe(the('decline')));
    expect(document.body.textContent).toContain('Changes your choices for alerts and language and look.');
    expect(sentTypes()).toEqual(['exportSettings']);
    await press('confirm');
    expect(sentTypes()).toEqual(['exportSettings', 'importSettings']);
    await vi.waitFor(() => expect(textOf('file-status')).toBe('The file is taken.'));
    expect(document.activeElement).toBe(the('import-settings'));
  });

  test('is left alone with Escape', async () => {
    await chooseSettings({ thresholds: [5] });
    await vi.waitFor(() => expect(document.activeElement).toBe(the('decline')));
    await pressKey('Escape');
    expect(all('confirm')).toEqual([]);
    expect(sentTypes()).toEqual(['exportSettings']);
  });

  test('that changes nothing is not asked about', async () => {
    await chooseSettings({});
    await vi.waitFor(() => expect(textOf('file-status')).toContain('Nothing in this file differs'));
  });

  test.each([
    ['of something else', '{"name":"gigabar"}', 'no file with settings of Gigabar'],
    ['that is no text', '\u0000\u0001', 'no file with settings of Gigabar'],
    ['of a newer Gigabar', '{"gigabar":99}', 'of a newer Gigabar'],
    ['that is damaged', '{"gigabar":1,"settings":{},"cards":[]}', 'cannot be read'],
  ])('%s says so and changes nothing', async (_, content, reason) => {
    await choose(content);
    await vi.waitFor(() => expect(textOf('file-status')).toContain(reason));
    expect(textOf('file-status')).toContain('Nothing was changed.');
    expect(background.sent).toEqual([]);
  });

  test('is saved with what the background gives', async () => {
    const url = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:settings');
    await openSettings();
    await press('export-settings');
    await vi.waitFor(() => expect(textOf('file-status')).toContain('in your downloads'));
    const [saved] = url.mock.calls.map(([blob]) => blob as Blob);
    expect(JSON.parse((await saved?.text()) ?? '')).toEqual(current);
  });
});

describe('a reset', () => {
  test('happens only once it is confirmed, and the focus is back on its button', async () => {
    await openSettings();
    await press('reset-settings');
    expect(document.activeElement).toBe(the('decline'));
    expect(background.sent).toEqual([]);
    await press('confirm');
    expect(background.sent).toEqual([{ type: 'resetSettings', payload: {} }]);
    await vi.waitFor(() => expect(textOf('reset-status')).toContain('as they came'));
    expect(document.activeElement).toBe(the('reset-settings'));
  });

  test('that could not be saved says so', async () => {
    background.answer = () => Promise.reject(new Error('no receiver'));
    await openSettings();
    await press('reset-settings');
    await press('confirm');
    await vi.waitFor(() => expect(textOf('reset-status')).toContain('could not save'));
  });

  test('is done once, and not called off, while the background is at it', async () => {
    let end: () => void = () => undefined;
    background.answer = () => new Promise<void>((done) => (end = done));
    await openSettings();
    await press('reset-settings');
    await press('confirm');
    await press('confirm');
    await press('decline');
    expect(background.sent).toEqual([{ type: 'resetSettings', payload: {} }]);
    expect(the('confirm').getAttribute('aria-disabled')).toBe('true');
    end();
    await vi.waitFor(() => expect(textOf('reset-status')).toContain('as they came'));
  });
});
