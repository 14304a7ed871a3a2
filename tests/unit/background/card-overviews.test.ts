import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyState } from '../../../entrypoints/background/apply-state.ts';
import { checkAccount } from '../../../entrypoints/background/polling/check-account.ts';
import { readIndex } from '../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { currentStatus } from '../../../utils/core/accounts/card-judgement.ts';
import { hourMs, minuteMs } from '../../../utils/core/values/time.ts';
import { setUpChecks } from './polling/check-setup.ts';

/** A seller with cards, checked and shown once. */
async function started() {
  const set = await setUpChecks();
  await checkAccount(set.account.id);
  await applyState();
  const cards = async () => (await readIndex()).accounts.flatMap((account) => account.cards);
  const judged = async (cardKey: string) => (await cards()).find(({ key }) => key === cardKey)?.judged ?? null;
  return { ...set, cards, judged };
}

/** How often the index is written meanwhile. */
async function indexWrites(work: () => Promise<unknown>): Promise<number> {
  const set = vi.spyOn(fakeBrowser.storage.local, 'set');
  await work();
  const writes = set.mock.calls.filter(([values]) => keys.index.name in (values as object)).length;
  set.mockRestore();
  return writes;
}

describe('what the index keeps of each card', () => {
  test('is judged wherever the toolbar is painted', async () => {
    const { seller, account, cards, judged } = await started();
    expect((await cards()).every((card) => card.judged !== undefined)).toBe(true);
    expect(await judged('c_asia')).toMatchObject({ balance: { kind: 'known', leftBytes: 180e6 } });
    seller.setLeft('c_asia', 50e6);
    await checkAccount(account.id);
    await applyState();
    expect(await judged('c_asia')).toMatchObject({ balance: { leftBytes: 50e6 }, status: 'critical' });
  });

  test('is written once for all of them, and not where nothing but the time has changed', async () => {
    const { seller, account, clock } = await started();
    expect(await indexWrites(applyState)).toBe(0);
    clock.now += minuteMs;
    expect(await indexWrites(applyState)).toBe(0);
    for (const key of ['c_asia', 'c_europe']) seller.setLeft(key, 50e6);
    await checkAccount(account.id);
    expect(await indexWrites(applyState)).toBe(1);
  });

  test('has no status once its figures are old, but what waits for the user still does', async () => {
    const { seller, account, clock, judged } = await started();
    const before = await judged('c_europe');
    expect(currentStatus(before, clock.now)).not.toBe('unknown');
    clock.now += 7 * hourMs;
    expect(currentStatus(before, clock.now)).toBe('unknown');
    seller.revokeAll('a_17');
    await checkAccount(account.id);
    await applyState();
    clock.now += 48 * hourMs;
    expect(currentStatus(await judged('c_europe'), clock.now)).toBe('action');
  });
});
