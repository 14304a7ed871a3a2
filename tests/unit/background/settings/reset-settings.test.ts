import { expect, test } from 'vitest';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { formatCardId } from '../../../../utils/core/usage/card-id.ts';
import { balanceOf, cardOf, connectAccount } from '../connect/connect-form-setup.ts';

test('a reset sets back settings and what was chosen of cards, and keeps the cards', async () => {
  const card = await cardOf(await connectAccount('manual', { name: 'Train', left: '1 GB', gb: '1000' }));
  await messageHandlers.savePreference({ card, preference: { name: 'Phone' } });
  await messageHandlers.saveSettings({ settings: { ...defaultSettings, pollIntervalMinutes: 60 } });
  await messageHandlers.resetSettings({});
  expect(await read(keys.settings)).toEqual(defaultSettings);
  expect((await read(keys.preferences))?.byCard[formatCardId(card)]).toBe(undefined);
  expect(await balanceOf(card.accountId)).not.toBe(null);
});
