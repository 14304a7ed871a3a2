import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultPreferences } from '../../../utils/core/accounts/card-preferences.ts';
import { handKeptCardOf, type SettingsFile, settingsFileVersion } from '../../../utils/core/export/settings-file.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { read, readAccounts } from '../state/state-store.ts';

/** The settings and the cards kept by hand, as a file holds them. */
export async function exportSettings(): Promise<SettingsFile> {
  const preferences = (await read(keys.preferences)) ?? defaultPreferences;
  const accounts = await readAccounts();
  const cards = accounts.flatMap((account) => (account && handKeptCardOf(account, preferences)) ?? []);
  return { gigabar: settingsFileVersion, settings: (await read(keys.settings)) ?? defaultSettings, cards };
}
