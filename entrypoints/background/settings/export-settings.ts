import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultPreferences, preferenceOf } from '../../../utils/core/accounts/card-preferences.ts';
import {
  keyOfHandKept,
  type SettingsFile,
  settingsFileVersion,
  toHandKeptCard,
} from '../../../utils/core/export/settings-file.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { formatCardId } from '../../../utils/core/usage/card-id.ts';
import { read, readAccounts } from '../state/state-store.ts';

/** The settings and the cards kept by hand, as a file holds them. */
export async function exportSettings(): Promise<SettingsFile> {
  const preferences = (await read(keys.preferences)) ?? defaultPreferences;
  const cards = (await readAccounts()).flatMap((account) => {
    const card = account && toHandKeptCard(account, preferenceOf(preferences, ''));
    if (!card) return [];
    const idText = formatCardId({ accountId: account.id, cardKey: keyOfHandKept(card) });
    return [{ ...card, preference: preferenceOf(preferences, idText) }];
  });
  return { gigabar: settingsFileVersion, settings: (await read(keys.settings)) ?? defaultSettings, cards };
}
