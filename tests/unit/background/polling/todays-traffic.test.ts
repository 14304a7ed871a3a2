import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteAccount } from '../../../../entrypoints/background/accounts/delete-account.ts';
import { refreshDiscovery } from '../../../../entrypoints/background/accounts/refresh-discovery.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { dayOf } from '../../../../utils/core/traffic/day-traffic.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { countTraffic, takeTraffic } from '../../../../utils/providers/http/traffic-count.ts';
import { controlStorage } from '../../storage/failing-calls.ts';
import { addAccount } from '../accounts/account-setup.ts';
import { setUpDrawnPage } from '../pages/drawn-page.ts';
import { setUpChecks } from './check-setup.ts';

/** A checked account at noon, of which what was counted until then is saved. */
async function checked() {
  const set = await setUpChecks();
  set.clock.now = new Date(2026, 10, 23, 12).getTime();
  takeTraffic();
  await checkAccount(set.account.id);
  const traffic = async (id = set.account.id) => (await read(keys.check(id)))?.traffic ?? null;
  return { ...set, traffic, bytes: async (id?: string) => (await traffic(id))?.bytes ?? 0 };
}

describe('what requests took of today’s data', () => {
  test('is saved with the check, of this day', async () => {
    const { traffic, clock } = await checked();
    expect((await traffic())?.day).toBe(dayOf(clock.now));
    expect((await traffic())?.bytes).toBeGreaterThan(1000);
  });

  test('grows with each check, by less where nothing has changed', async () => {
    const { account, bytes, clock } = await checked();
    const first = await bytes();
    clock.now += hourMs;
    await checkAccount(account.id);
    const grown = (await bytes()) - first;
    expect(grown).toBeGreaterThan(500);
    expect(grown).toBeLessThan(1500);
  });

  test('makes no additional write: not for a check, and not for one that fails', async () => {
    const { account, seller, clock } = await checked();
    const writes = async (fault?: '503') => {
      if (fault) seller.fault({ kind: fault });
      clock.now += hourMs;
      await checkAccount(account.id);
      const sets = vi.spyOn(fakeBrowser.storage.local, 'set');
      clock.now += hourMs;
      await checkAccount(account.id);
      const ofChecks = sets.mock.calls.filter(([values]) => keys.check(account.id).name in (values as object));
      const all = sets.mock.calls.length;
      sets.mockRestore();
      return [ofChecks.length, all];
    };
    expect(await writes()).toEqual([1, 1]);
    expect(await writes('503')).toEqual([1, 1]);
  });

  test('counts a failed check too', async () => {
    const { account, seller, bytes } = await checked();
    const before = await bytes();
    seller.fault({ kind: '503' });
    await checkAccount(account.id);
    expect((await bytes()) - before).toBeGreaterThan(500);
  });

  test('begins anew after midnight, and where the clock is set back by a day', async () => {
    const { account, traffic, clock } = await checked();
    for (const byMs of [dayMs, -dayMs]) {
      for (let count = 0; count < 3; count += 1) await checkAccount(account.id);
      const before = await traffic();
      clock.now += byMs;
      await checkAccount(account.id);
      const after = await traffic();
      expect(after?.day).toBe(dayOf(clock.now));
      expect(after?.bytes).toBeLessThan(before?.bytes ?? 0);
    }
  });

  test('is saved with the document of the seller that was read after the check', async () => {
    const { account, bytes } = await checked();
    const before = await bytes();
    const { calls } = vi.spyOn(fakeBrowser.storage.local, 'set').mock;
    await refreshDiscovery(account.id);
    expect((await bytes()) - before).toBeGreaterThan(500);
    // When it was last read is saved first.
    expect(calls).toHaveLength(2);
  });

  test('that could not be saved is saved with the next', async () => {
    const { account, bytes, clock } = await checked();
    countTraffic(40_000);
    const storage = controlStorage('set');
    storage.fails = () => true;
    await checkAccount(account.id).catch(() => undefined);
    expect(storage.calls).toBeGreaterThan(0);
    storage.fails = () => false;
    const before = await bytes();
    clock.now += 1000;
    await checkAccount(account.id);
    expect((await bytes()) - before).toBeGreaterThan(40_000);
  });

  test('of an account that is deleted goes to another', async () => {
    const { account, seller, bytes } = await checked();
    const other = await addAccount(seller, 'a_18', { accessToken: null });
    countTraffic(40_000);
    await checkAccount(account.id);
    await deleteAccount(account.id);
    await checkAccount(other.id);
    expect(await bytes(other.id)).toBeGreaterThan(40_000);
  });
});

test('a page that is read in a tab counts with all that it has loaded', async () => {
  const { accountId } = await setUpDrawnPage();
  await checkAccount(accountId);
  const { bytes } = (await read(keys.check(accountId)))?.traffic ?? { bytes: 0 };
  expect(bytes).toBeGreaterThanOrEqual(1_800_000);
});
