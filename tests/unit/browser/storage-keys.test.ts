import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storedValue } from '../../../components/page/stored-value.ts';
import { read } from '../../../entrypoints/background/state/state-store.ts';
import { getStored } from '../../../utils/browser/storage.ts';
import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import saved from '../core/storage/saved-by-0.1.0.json' with { type: 'json' };

const card = { accountId: 'a1', cardKey: 'c_europe' };

test.each<[string, Key]>([
  ['the accounts', keys.index],
  ['the settings', keys.settings],
  ['an account', keys.account('a1')],
  ['a snapshot', keys.snapshot('a1')],
  ['a check', keys.check('a1')],
  ['offers', keys.offers(card)],
  ['orders', keys.orders(card)],
  ['alerts', keys.alerts(card)],
  ['samples', keys.samples(card)],
  ['an archive', keys.archive(card)],
  ['preferences', keys.preferences],
])('a page reads %s as the background does, whichever version saved them', async (_what, key) => {
  await fakeBrowser.storage.local.set(saved);
  const byPage = storedValue(await getStored([key.name]), key);
  expect(byPage).not.toBeNull();
  expect(byPage).toEqual(await read(key));
});

test('a value that makes no sense is none for a page, too', async () => {
  await fakeBrowser.storage.local.set({ settings: 'low' });
  expect(storedValue(await getStored(['settings']), keys.settings)).toBeNull();
  expect(storedValue(await getStored(['settings']), keys.index)).toBeNull();
});
