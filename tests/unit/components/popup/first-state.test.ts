// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadCheckedState, loadFirstState } from '../../../../components/hooks/use-popup-state.ts';
import { readForPages } from '../../../../entrypoints/background/state/read-for-pages.ts';
import { type Key, keys } from '../../../../utils/browser/storage-keys.ts';
import { isPlain } from '../../../../utils/core/popup/standing.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { toStored } from '../../../../utils/core/storage/stored-values.ts';
import { asWritten, recordOf } from '../../../../utils/core/storage/versions.ts';
import { healthy, now, shownOf } from '../popup-setup.ts';

const { index, account, snapshot, check } = shownOf(healthy);
const id = { accountId: 'a1', cardKey: 'c1' };
const asked: string[][] = [];
let answers = true;

beforeEach(async () => {
  if (!account || !snapshot || !check) throw new Error('no account');
  fakeBrowser.reset();
  asked.length = 0;
  answers = true;
  fakeBrowser.permissions.contains = async () => true;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: { payload: { keys: Key[] } }) => {
    asked.push(message.payload.keys.map(({ name }) => name));
    if (!answers) throw new Error('Could not establish connection.');
    return readForPages(message.payload.keys);
  }) as never);
  await fakeBrowser.storage.local.set({
    [keys.index.name]: asWritten('index', toStored('index', index)),
    [keys.account('a1').name]: toStored('account', account),
    [keys.snapshot('a1').name]: asWritten('snapshot', toStored('snapshot', snapshot)),
    [keys.check('a1').name]: toStored('check', check),
  });
});
afterEach(() => void vi.restoreAllMocks());

/** Without its version, as the first build stored it. */
async function makeOlder({ name }: Key): Promise<void> {
  const { [name]: saved } = await fakeBrowser.storage.local.get(name);
  const { version: _, ...older } = recordOf(saved) as { version?: number };
  await fakeBrowser.storage.local.set({ [name]: older });
}

test('what this version has written is shown as it was written, before the background is asked', async () => {
  const { state, isChecked } = await loadFirstState(null);
  expect(isChecked).toBe(false);
  expect(asked).toEqual([]);
  expect(state.snapshot?.cards[0]?.title).toBe(healthy.title);
  expect(isPlain(state, now)).toBe(true);
});

test('settings that lack what this version has added are shown at once, with its defaults', async () => {
  const { version } = toStored('settings', defaultSettings) as { version: number };
  await fakeBrowser.storage.local.set({ [keys.settings.name]: { thresholds: [50], version } });
  const { state, isChecked } = await loadFirstState(null);
  expect(isChecked).toBe(false);
  expect(state.settings).toEqual({ ...defaultSettings, thresholds: [50], version });
});

test.each([
  ['the account', keys.account('a1')],
  ['the schedule', keys.check('a1')],
  ['the index', keys.index],
])('%s of another version is read by its schema before anything is shown', async (_what, key) => {
  await makeOlder(key);
  const { state, isChecked } = await loadFirstState(null);
  expect(isChecked).toBe(true);
  expect(state.account?.seller.name).toBe('Axis');
  expect(asked.flat()).toContain(key.name);
});

test('a list is as it was written only where each of its entries is', async () => {
  await fakeBrowser.storage.local.set({ [keys.orders(id).name]: [{ id: 'o', state: 'disputed' }] });
  const { state, isChecked } = await loadFirstState(null);
  expect(isChecked).toBe(true);
  expect(state.orders).toEqual([]);
});

test('damage that the version does not tell is found by the background', async () => {
  await fakeBrowser.storage.local.set({
    [keys.snapshot('a1').name]: { ...(toStored('snapshot', snapshot as never) as object), skewMs: null },
  });
  expect((await loadFirstState(null)).state.snapshot).not.toBeNull();
  expect((await loadCheckedState(null)).state.snapshot).toBeNull();
});

test('a background that does not answer leaves what was written', async () => {
  answers = false;
  const { state, isChecked } = await loadCheckedState(null);
  expect(isChecked).toBe(true);
  expect(state.snapshot?.cards).toHaveLength(1);
});
