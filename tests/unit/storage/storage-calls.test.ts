import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onAlarm } from '../../../entrypoints/background/on-alarm.ts';
import { onStart } from '../../../entrypoints/background/on-start.ts';
import { read, readIndex } from '../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { setUpAccount } from '../background/accounts/account-setup.ts';
import { setLocale } from '../support/i18n.ts';

/** An account with so many cards, checked once, of which each has used something since. */
async function setUpCards(count: number) {
  const { seller, account } = await setUpAccount();
  await setLocale('en');
  fakeBrowser.notifications.getAll = (async () => ({})) as never;
  fakeBrowser.notifications.create = (async (id: string) => id) as never;
  seller.addCards('a_17', count - seller.cards('a_17').length);
  await onAlarm();
  for (const { userKey } of seller.cards('a_17')) seller.use(userKey, 1_000_000);
  return { seller, account };
}

/** The storage calls of `work`, by kind, `local` and `session`; `written`: those that change what is on the disk. */
async function callsOf(work: () => Promise<void>): Promise<Record<string, number>> {
  const calls: Record<string, number> = {};
  for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session]) {
    for (const method of ['get', 'set', 'remove'] as const) {
      const real = area[method].bind(area) as (...args: unknown[]) => Promise<never>;
      vi.spyOn(area, method).mockImplementation((...args: unknown[]) => {
        calls[method] = (calls[method] ?? 0) + 1;
        if (area === fakeBrowser.storage.local && method !== 'get') calls.written = (calls.written ?? 0) + 1;
        return real(...args);
      });
    }
  }
  const now = Date.now() + 16 * minuteMs;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  await work();
  vi.restoreAllMocks();
  return calls;
}

describe('7.21 the storage calls of a check', () => {
  test('at an alarm are as many for 200 cards as for 10, and few', async () => {
    const { seller } = await setUpCards(10);
    const few = await callsOf(onAlarm);
    await seller.close();
    const { account } = await setUpCards(200);
    const many = await callsOf(onAlarm);
    expect(many).toEqual(few);
    expect(many.written).toBeLessThanOrEqual(3);
    // Two of them for the popup's first screen, in the session.
    expect((many.set ?? 0) + (many.remove ?? 0)).toBeLessThanOrEqual(7);
    expect(many.get).toBeLessThanOrEqual(35);
    const [listed] = (await readIndex()).accounts;
    expect(listed?.cards).toHaveLength(200);
    const names = Object.keys(await fakeBrowser.storage.local.get(null));
    expect(names.filter((name) => name.startsWith('samples:')).length).toBeGreaterThan(195);
    const samplesOf = (cardKey: string) => read(keys.samples({ accountId: account.id, cardKey }));
    expect((await samplesOf('c_europe'))?.intervals.at(-1)?.[1]).toBe(1_000_000);
    expect((await samplesOf(listed?.cards.at(-1)?.key ?? ''))?.modules).toMatchObject([
      { remainingBytes: 999_000_000 },
    ]);
  });

  test('at the start of the browser are as many for 200 cards as for 10, and few', async () => {
    const { seller } = await setUpCards(10);
    const few = await callsOf(onStart);
    await seller.close();
    await setUpCards(200);
    const many = await callsOf(onStart);
    expect(many).toEqual(few);
    expect(many.written).toBeLessThanOrEqual(3);
    expect((many.set ?? 0) + (many.remove ?? 0)).toBeLessThanOrEqual(5);
    expect(many.get).toBeLessThanOrEqual(32);
  });
});
