// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadPopupState } from '../../../../components/hooks/popup-state.ts';
import { readAsWritten } from '../../../../components/page/stored-readers.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { toStored } from '../../../../utils/core/storage/stored-values.ts';
import { healthy, shownOf } from '../popup-setup.ts';

const { index, account, snapshot } = shownOf(healthy);
const many = 1_000;
const others = Array.from({ length: many }, (_, at) => ({
  id: `b${at}`,
  name: 'Nord',
  cards: [{ key: 'c', title: 'N' }],
}));
const read: string[][] = [];

beforeEach(async () => {
  if (!account || !snapshot) throw new Error('no account');
  await fakeBrowser.storage.local.set({
    [keys.index.name]: toStored('index', { ...index, accounts: [...index.accounts, ...others] }),
    ...Object.fromEntries(
      ['a1', ...others.map(({ id }) => id)].flatMap((id) => [
        [keys.account(id).name, toStored('account', { ...account, id })],
        [keys.snapshot(id).name, toStored('snapshot', snapshot)],
      ]),
    ),
  });
  fakeBrowser.permissions.contains = async () => true;
  read.length = 0;
  const get = fakeBrowser.storage.local.get.bind(fakeBrowser.storage.local);
  vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementation((async (names: string[]) => {
    read.push(names);
    return get(names);
  }) as never);
});
afterEach(() => void vi.restoreAllMocks());

test('however many accounts there are, the popup reads the index, then the keys of the shown card alone', async () => {
  const state = await loadPopupState(null, readAsWritten);
  expect(state.account?.id).toBe('a1');
  expect(state.index.accounts).toHaveLength(many + 1);
  expect(read).toHaveLength(2);
  const named = read.flat();
  expect(named).toContain(keys.index.name);
  expect(named).toContain(keys.snapshot('a1').name);
  expect(named.filter((name) => name.includes('b0'))).toEqual([]);
  expect(named.length).toBeLessThan(20);
});

test('another card is read in its place', async () => {
  const state = await loadPopupState({ accountId: 'b7', cardKey: 'c' }, readAsWritten);
  expect(state.account?.id).toBe('b7');
  expect(read).toHaveLength(2);
  expect(read.flat()).not.toContain(keys.snapshot('a1').name);
});
