import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readAsWritten, readChecked } from '../../../components/page/stored-readers.ts';
import { read } from '../../../entrypoints/background/state/state-store.ts';
import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import { toStored } from '../../../utils/core/storage/stored-values.ts';
import { storedAnswer } from '../components/stored-answer.ts';
import saved from '../core/storage/saved-by-0.1.0.json' with { type: 'json' };

const card = { accountId: 'a1', cardKey: 'c_europe' };
const sending = vi.spyOn(fakeBrowser.runtime, 'sendMessage');

beforeEach(() => {
  fakeBrowser.reset();
  sending.mockImplementation(async (message: unknown) => storedAnswer(message));
});

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
  const byPage = (await readChecked([key]))(key);
  expect(byPage).not.toBeNull();
  expect(byPage).toEqual(await read(key));
});

test('a value that makes no sense is none for a page, too', async () => {
  await fakeBrowser.storage.local.set({ settings: 'low' });
  const valueAt = await readChecked([keys.settings, keys.index]);
  expect([valueAt(keys.settings), valueAt(keys.index)]).toEqual([null, null]);
});

test.each([
  ['does not answer', () => sending.mockImplementation(async () => undefined)],
  ['cannot be reached', () => sending.mockRejectedValue(new Error('no receiver'))],
])('where the background %s, a page reads what this version has written, of both areas', async (_what, break_) => {
  break_();
  await fakeBrowser.storage.local.set({ language: toStored('chosenLanguage', { name: 'en', messages: {} }) });
  await fakeBrowser.storage.session.set({ picking: toStored('picking', { tabId: 1 } as never) });
  const valueAt = await readChecked([keys.language, keys.picking, keys.index]);
  expect(valueAt(keys.language)).toMatchObject({ name: 'en' });
  expect(valueAt(keys.picking)).toMatchObject({ tabId: 1 });
  expect(valueAt(keys.index)).toBeNull();
});

test('and shows nothing that another version has written', async () => {
  await fakeBrowser.storage.local.set(saved);
  const valueAt = await readAsWritten([keys.account('a1')]);
  expect(() => valueAt(keys.account('a1'))).toThrow('Of another version');
});
