import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { signOut } from '../../../../entrypoints/background/connect/sign-out.ts';
import { checkAccount, checkAfterChange } from '../../../../entrypoints/background/polling/check-account.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { addAccount, setUpAccount } from '../accounts/account-setup.ts';

async function started(options = {}) {
  const set = await setUpAccount(options);
  return { ...set, requestCount: () => set.seller.count('/v1/planStatus') };
}

test('concurrent checks of one account are one request', async () => {
  const { account, requestCount } = await started();
  await Promise.all([checkAccount(account.id), checkAccount(account.id), checkAccount(account.id)]);
  expect(requestCount()).toBe(1);
});

test('who knows of a change asks again after the answer that was under way', async () => {
  const { account, requestCount } = await started();
  await Promise.all([checkAccount(account.id), checkAfterChange(account.id)]);
  expect(requestCount()).toBe(2);
});

test('a failed check keeps the last good figures', async () => {
  const { seller, account } = await started();
  await checkAccount(account.id);
  const good = await read(keys.snapshot(account.id));
  for (const kind of ['503', 'html', 'truncated', 'wrong-types', 'offline', '403'] as const) {
    seller.clearFaults();
    seller.fault({ kind });
    await checkAccount(account.id);
    expect(await read(keys.snapshot(account.id))).toEqual(good);
    expect((await read(keys.check(account.id)))?.failure).not.toBeNull();
  }
  seller.clearFaults();
  await checkAccount(account.id);
  expect(await read(keys.check(account.id))).toMatchObject({ failure: null, failingSince: null, failures: 0 });
});

test('without the permission nothing is asked', async () => {
  const { account, requestCount } = await started();
  fakeBrowser.permissions.contains = async () => false;
  await checkAccount(account.id);
  expect(requestCount()).toBe(0);
  expect((await read(keys.check(account.id)))?.failure).toEqual({ kind: 'permission-missing' });
});

test('offline nothing is asked', async () => {
  const { account, requestCount } = await started();
  vi.stubGlobal('navigator', { onLine: false });
  await checkAccount(account.id);
  expect(requestCount()).toBe(0);
  expect((await read(keys.check(account.id)))?.failure).toEqual({ kind: 'offline' });
});

test('7.9 after two failures in a row the next check asks without the ETag, and after a good one with it', async () => {
  const { seller, account } = await started();
  const check = async (kind?: 'offline' | '503') => {
    seller.clearFaults();
    if (kind) seller.fault({ kind });
    await checkAccount(account.id);
    return seller.requests.findLast(({ path }) => path === '/v1/planStatus')?.headers.ifNoneMatch !== undefined;
  };
  expect([await check(), await check('offline'), await check('503')]).toEqual([false, true, true]);
  expect([await check('503'), await check(), await check()]).toEqual([false, false, true]);
});

test('two accounts of one seller with equal ETags keep their own figures', async () => {
  const { seller, account } = await started({ equalEtags: true });
  const other = await addAccount(seller, 'a_18', { accessToken: null });
  for (let round = 0; round < 2; round += 1) {
    await checkAccount(account.id);
    await checkAccount(other.id);
  }
  expect((await read(keys.snapshot(account.id)))?.cards.map(({ key }) => key)).toContain('c_europe');
  expect((await read(keys.snapshot(other.id)))?.cards.map(({ title }) => title)).toEqual(['Axis Nordic']);
});

test('an answer that comes after the sign-out saves nothing', async () => {
  const { seller, account } = await started();
  seller.fault({ kind: 'slow', delayMs: 50 });
  const arrived = seller.nextRequest('/v1/planStatus');
  const check = checkAccount(account.id);
  await signOut(account.id);
  await arrived;
  await check;
  const { local } = fakeBrowser.storage;
  expect(Object.keys(await local.get(null)).filter((name) => name.includes(account.id))).toEqual([]);
});

test('signing out leaves nothing of the account, not even of a card that is no longer listed', async () => {
  const { account } = await started();
  await checkAccount(account.id);
  const { local } = fakeBrowser.storage;
  await local.set({ [`orders:${account.id}/c_gone`]: [], 'orders:another/c': [] });
  await signOut(account.id);
  expect(Object.keys(await local.get(null)).filter((name) => name.includes(':'))).toEqual(['orders:another/c']);
});

test('a saved value that makes no sense counts as none', async () => {
  const { account } = await started();
  await fakeBrowser.storage.local.set({ [`reading:${account.id}`]: { cards: 'none' } });
  expect(await read(keys.snapshot(account.id))).toBeNull();
  await checkAccount(account.id);
  expect((await read(keys.snapshot(account.id)))?.cards.length).toBeGreaterThan(0);
});
