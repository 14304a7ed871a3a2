import { expect, test } from 'vitest';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { read, readIndex } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { parseSettingsFile } from '../../../../utils/core/storage/settings-file-schema.ts';
import { hologramMirror } from '../../../sandbox/mirrors/iot/hologram.ts';
import { balanceOf, cardOf, connectAccount, openMirror } from '../connect/connect-form-setup.ts';

const connectByHand = () =>
  connectAccount('manual', {
    name: 'Train',
    quota: '3 GB',
    left: '1 GB',
    gb: '1000',
    link: 'https://axis.example/renew',
  });

test('settings and cards kept by hand come back from a file, with names, rules and what was entered', async () => {
  const id = await connectByHand();
  const card = await cardOf(id);
  await messageHandlers.savePreference({ card, preference: { name: 'Phone', isMuted: true } });
  await messageHandlers.saveSettings({ settings: { ...defaultSettings, thresholds: [5] } });
  const [file, balance] = [await messageHandlers.exportSettings({}), await balanceOf(id)];
  await messageHandlers.signOut({ accountId: id });
  await messageHandlers.resetSettings({});

  await messageHandlers.importSettings({ file });
  expect(await messageHandlers.exportSettings({})).toEqual(file);
  const [account] = (await readIndex()).accounts;
  expect(await balanceOf(account?.id ?? '')).toEqual(balance);
  expect((await read(keys.settings))?.thresholds).toEqual([5]);
});

test('no file lets anything leave the computer: that is chosen on it', async () => {
  const file = await messageHandlers.exportSettings({});
  await messageHandlers.importSettings({ file: { ...file, settings: { ...file.settings, isSynced: true } } });
  expect(await read(keys.settings)).toMatchObject({ isSynced: false });
  await messageHandlers.saveSettings({ settings: { ...defaultSettings, isSynced: true } });
  await messageHandlers.importSettings({ file });
  expect(await read(keys.settings)).toMatchObject({ isSynced: true });
});

test('a file that is taken twice makes no second card', async () => {
  await connectByHand();
  const file = await messageHandlers.exportSettings({});
  await messageHandlers.importSettings({ file });
  expect((await readIndex()).accounts).toHaveLength(1);
  expect(await messageHandlers.exportSettings({})).toEqual(file);
});

test('what is exported can be read again, and has no account of a provider in it', async () => {
  await openMirror(hologramMirror, 'https://dashboard.hologram.io');
  await connectAccount('hologram', hologramMirror.entries);
  await connectByHand();
  const file = await messageHandlers.exportSettings({});
  expect(parseSettingsFile(JSON.stringify(file))).toEqual(file);
  expect(file.cards.map(({ name }) => name)).toEqual(['Train']);
  expect(JSON.stringify(file)).not.toContain('hologram');
});
