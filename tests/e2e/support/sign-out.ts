import type { Page } from '@playwright/test';
import { expect } from './expect.ts';
import type { Gigabar } from './gigabar.ts';

/* The browser's API, as seen from the extension's pages. */
type Area = { get: (n: null) => Promise<Record<string, unknown>> };
declare const chrome: {
  storage: { local: Area; session: Area };
  permissions: { getAll: () => Promise<{ origins: string[] }> };
};

/** Opens the settings page and presses "Sign out" of the first account; what is left is to confirm it. */
export async function askToSignOut(gigabar: Gigabar): Promise<Page> {
  const settings = await gigabar.open('options.html');
  await settings.getByTestId('sign-out').first().click();
  await expect(settings.getByTestId('confirm')).toBeVisible();
  return settings;
}

/** Signs out of the first account, until its data is deleted and the seller was told or could not be. */
export async function signOut(gigabar: Gigabar): Promise<Page> {
  const settings = await askToSignOut(gigabar);
  await settings.getByTestId('confirm').click();
  await expect(settings.getByTestId('farewell')).not.toBeEmpty();
  return settings;
}

/** The names of all stored values of accounts and cards, also of those in memory. */
export async function accountValues({ probe }: Gigabar): Promise<string[]> {
  const names = await probe.evaluate(async () => {
    const { local, session } = chrome.storage;
    return Object.keys({ ...(await local.get(null)), ...(await session.get(null)) });
  });
  return names.filter((name) => name.includes(':'));
}

export async function grantedOrigins({ probe }: Gigabar): Promise<string[]> {
  return (await probe.evaluate(() => chrome.permissions.getAll())).origins;
}
