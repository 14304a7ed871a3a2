import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultPreferences, withPreference } from '../../../utils/core/accounts/card-preferences.ts';
import { settingsAfterImport } from '../../../utils/core/export/import-preview.ts';
import {
  type HandKeptCard,
  handKeptProvider,
  keyOfHandKept,
  type SettingsFile,
  sellerOfHandKept,
} from '../../../utils/core/export/settings-file.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { addAccountFromForm } from '../connect/add-account.ts';
import { read, update } from '../state/state-store.ts';
import { saveSettings } from './save-settings.ts';

/** Takes over what the user has seen of a file. A card that is here already is replaced; no other is touched. */
export async function importSettings({ settings, cards }: SettingsFile): Promise<void> {
  const current = (await read(keys.settings)) ?? defaultSettings;
  await saveSettings(settingsAfterImport(settings, current));
  for (const card of cards) await importCard(card);
}

/** A card that is here already, by its key, is replaced. */
export async function importCard(card: HandKeptCard): Promise<void> {
  const provider = await findProvider(handKeptProvider);
  if (!provider) return;
  const added = await addAccountFromForm(provider, sellerOfHandKept(card), null, null);
  if (added.kind !== 'signed-in') return;
  const id = { accountId: added.accountId, cardKey: keyOfHandKept(card) };
  await update(keys.preferences, (saved) => withPreference(saved ?? defaultPreferences, id, card.preference), {
    id: added.accountId,
  });
}
