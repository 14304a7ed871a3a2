import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SettingsPage } from '../../../../components/settings/SettingsPage.tsx';
import type { SettingsState } from '../../../../components/settings/shared/use-settings.ts';
import type { MessageName } from '../../../../utils/browser/messages.ts';
import type { AccountIndex } from '../../../../utils/core/accounts/account-index.ts';
import { defaultPreferences } from '../../../../utils/core/accounts/card-preferences.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { parseSettingsFile } from '../../../../utils/core/storage/settings-file-schema.ts';
import { setLocale } from '../../support/i18n.ts';
import { ignorePermissionChanges } from '../render-setup.tsx';
import { storedAnswer } from '../stored-answer.ts';

export { pressKey } from '../render-setup.tsx';

/** The messages the page sent, and the answer to each. */
export const background = { sent: [] as unknown[], answer: async (): Promise<unknown> => undefined };

export async function startSettings(): Promise<void> {
  await setLocale('en');
  fakeBrowser.reset();
  background.sent = [];
  background.answer = async () => undefined;
  ignorePermissionChanges();
  fakeBrowser.permissions.contains = async () => true;
  fakeBrowser.notifications.getPermissionLevel = async () => 'granted' as const;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const stored = storedAnswer(message);
    if (stored) return stored;
    const { type, payload } = message as { type: MessageName; payload: { text: string } };
    if (type === 'readSettingsFile') return parseSettingsFile(payload.text);
    background.sent.push(message);
    return background.answer();
  });
}

/** Accounts `a1`, `a2`, … named "Axis 1", "Axis 2", …, with cards of these titles. */
export function accountsOf(...titles: string[][]): AccountIndex['accounts'] {
  return titles.map((cards, index) => ({
    id: `a${index + 1}`,
    name: `Axis ${index + 1}`,
    cards: cards.map((title) => ({ key: title, title })),
  }));
}

export async function openSettings(some: Partial<SettingsState> = {}): Promise<void> {
  const first: SettingsState = {
    settings: defaultSettings,
    accounts: accountsOf(['Europe']),
    checks: {},
    preferences: defaultPreferences,
    canWarn: true,
    level: 'granted',
    unread: [],
    ...some,
  };
  await act(() => render(<SettingsPage first={first} />, document.body));
}

export async function closeSettings(): Promise<void> {
  await act(() => render(null, document.body));
}

export const all = (testId: string) => [...document.querySelectorAll<HTMLInputElement>(`[data-testid="${testId}"]`)];
export const the = (testId: string, index = 0) => all(testId)[index] as HTMLInputElement;
export const textOf = (testId: string) => the(testId)?.textContent;
export const press = (testId: string, index = 0) => act(() => the(testId, index).click());
export const checkedOf = (testId: string) =>
  all(testId)
    .filter(({ checked }) => checked)
    .map(({ value }) => value);

/** Types into a field, or chooses from a list. */
export async function fill(testId: string, value: string, index = 0): Promise<void> {
  await act(() => {
    the(testId, index).value = value;
    for (const type of ['input', 'change']) the(testId, index).dispatchEvent(new Event(type, { bubbles: true }));
  });
}

export const saveMessage = (some: object) => ({
  type: 'saveSettings',
  payload: { settings: { ...defaultSettings, ...some } },
});
