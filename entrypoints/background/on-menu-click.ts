import { keys } from '../../utils/browser/storage-keys.ts';
import { openPage, openPopup } from '../../utils/browser/tabs.ts';
import { defaultSettings } from '../../utils/core/settings.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { tomorrowMorning } from '../../utils/core/values/time.ts';
import { messageHandlers } from './message-handlers.ts';
import { read, readIndex } from './state/state-store.ts';
import type { MenuEntry } from './update-menu.ts';

/** Does what was chosen in the menu of the icon, for the card that is on the toolbar. */
export async function onMenuClick(entry: string): Promise<void> {
  await actions[entry as MenuEntry]?.();
}

const actions: Record<MenuEntry, () => Promise<unknown>> = {
  refresh: () => forShownCard(({ accountId }) => messageHandlers.refresh({ accountId })),
  // Where it is bought: the menu buys nothing. Nothing is read before: in Firefox the click counts until the first wait.
  renew: () => openPopup(''),
  snooze: () =>
    forShownCard((card) => messageHandlers.snooze({ card, snooze: { until: tomorrowMorning(Date.now()) } })),
  hide: async () => {
    const { privacyMode } = (await read(keys.settings)) ?? defaultSettings;
    await messageHandlers.setPrivacyMode({ isOn: !privacyMode });
  },
  'add-card': () => openPage('connect.html'),
  settings: () => openPage('options.html'),
};

async function forShownCard(act: (card: CardId) => Promise<unknown>): Promise<void> {
  const { shown } = await readIndex();
  if (shown) await act(shown);
}
