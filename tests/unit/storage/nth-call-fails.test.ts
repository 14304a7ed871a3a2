import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyState } from '../../../entrypoints/background/apply-state.ts';
import { messageHandlers } from '../../../entrypoints/background/message-handlers.ts';
import { onAlarm } from '../../../entrypoints/background/on-alarm.ts';
import { cleanUp } from '../../../entrypoints/background/on-start.ts';
import { checkAccount } from '../../../entrypoints/background/polling/check-account.ts';
import { canSave } from '../../../entrypoints/background/state/saving.ts';
import { read, readIndex } from '../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { hourMs, minuteMs } from '../../../utils/core/values/time.ts';
import { startSeller } from '../../sandbox/seller.ts';
import type { Seller } from '../../sandbox/types.ts';
import { setUpAccount } from '../background/accounts/account-setup.ts';
import { namesWith } from '../background/accounts/browser-controls.ts';
import { openSignInsWith, signInOnPages } from '../background/connect/sign-in-setup.ts';
import { advanceClock, openedPages, setUpOrders } from '../background/orders/order-setup.ts';
import { controlStorage, type StorageCall } from './failing-calls.ts';

/* One call of storage fails, or all from one on: whichever it is, nothing is lost, and all heals (F18). */

let running: Seller | null = null;
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await applyState();
  await running?.close();
});

type Failing = [StorageCall, 'alone' | 'and all later ones'];
const failing: Failing[] = (['set', 'get', 'remove'] as const).flatMap((method): Failing[] => [
  [method, 'alone'],
  [method, 'and all later ones'],
]);

/** For each call of `work` in turn: `prepare`, `work` with that call failing, `judge` with storage in order. */
async function withEachFailing(
  [method, extent]: Failing,
  prepare: () => Promise<unknown>,
  work: () => Promise<unknown>,
  judge: () => Promise<object>,
): Promise<object[]> {
  const found: object[] = [];
  for (let nth = 1; nth < 200; nth += 1) {
    await prepare();
    const control = controlStorage(method);
    control.fails = (call) => (extent === 'alone' ? call === nth : call >= nth);
    await work().catch(() => undefined);
    const { calls } = control;
    control.fails = () => false;
    found.push({ nth, ...(await judge()) });
    vi.restoreAllMocks();
    if (calls < nth) return found;
  }
  return found;
}

const failureOf = async (id: string) => (await read(keys.check(id)))?.failure ?? null;
const liveTokens = () => running?.countLiveTokens('a_17') ?? 0;
const expectEach = (found: object[], expected: object) =>
  expect(found).toEqual(found.map(() => expect.objectContaining(expected)));

describe.each(failing)('7.20 the n-th call of storage.%s fails, %s (F18)', (...how) => {
  test('a refresh loses no token, and the seller is blamed for nothing', async () => {
    const { seller, account } = await setUpAccount();
    running = seller;
    const judge = async () => {
      const told = await failureOf(account.id);
      await checkAccount(account.id);
      return { told, failure: await failureOf(account.id) };
    };
    const prepare = async () => seller.expireAccessTokens('a_17');
    const found = await withEachFailing(how, prepare, () => checkAccount(account.id), judge);
    expectEach(found, { told: null, failure: null });
  }, 60_000);

  test('a sign-out can be done again, and leaves nothing', async () => {
    const id = 'id-a_17';
    const prepare = async () => {
      await running?.close();
      running = (await setUpAccount()).seller;
      await checkAccount(id);
      await applyState();
    };
    const judge = async () => {
      if ((await readIndex()).accounts.length > 0) await messageHandlers.signOut({ accountId: id });
      else await cleanUp();
      await onAlarm();
      return { left: await namesWith(id), live: liveTokens(), listed: (await readIndex()).accounts };
    };
    const found = await withEachFailing(how, prepare, () => messageHandlers.signOut({ accountId: id }), judge);
    expectEach(found, { left: [], live: 0, listed: [] });
  }, 60_000);

  test('a sign-in makes an account that is followed, or leaves no token', async () => {
    let result: object | null = null;
    const prepare = async () => {
      await running?.close();
      fakeBrowser.reset();
      vi.stubGlobal('navigator', { onLine: true });
      fakeBrowser.permissions.contains = async () => true;
      running = await startSeller();
      openSignInsWith(signInOnPages);
      result = null;
    };
    const work = async () => {
      const found = await messageHandlers.findSeller({ origin: running?.url ?? '' });
      if (found.kind === 'found') result = await messageHandlers.signIn({ foundId: found.id });
    };
    const judge = async () => {
      await onAlarm();
      await cleanUp();
      const [account] = (await readIndex()).accounts;
      const isBlamed = JSON.stringify(result).includes('failure');
      if (!account) return { isBlamed, isRight: liveTokens() === 0 };
      const isFollowed = (await fakeBrowser.alarms.getAll()).length > 0 && account.cards.length > 0;
      return { isBlamed, isRight: isFollowed && liveTokens() >= 2 && (await failureOf(account.id)) === null };
    };
    expectEach(await withEachFailing(how, prepare, work, judge), { isBlamed: false, isRight: true });
  }, 60_000);

  test('a purchase is never made twice, and is followed', async () => {
    let set: Awaited<ReturnType<typeof setUpOrders>>;
    const prepare = async () => {
      await running?.close();
      openedPages.length = 0;
      set = await setUpOrders();
      running = set.seller;
    };
    const judge = async () => {
      const told = (await set.order())?.problem ?? null;
      await onAlarm();
      await set.buy();
      const last = await set.order();
      const made = set.seller.transactions().map(({ transactionId }) => transactionId);
      return { told, made: made.length, isKnown: made[0] === last?.id, state: last?.state, problem: last?.problem };
    };
    const found = await withEachFailing(how, prepare, () => set.buy(), judge);
    expectEach(found, { told: null, made: 1, isKnown: true, state: 'awaiting-payment', problem: null });
  }, 60_000);
});

describe('7.20 while nothing can be saved', () => {
  const start = async () => {
    const { seller, account } = await setUpAccount({ revokesOneToken: true });
    running = seller;
    await checkAccount(account.id);
    return { seller, id: account.id };
  };

  test('no new tokens are asked for: the old one stays good, whatever becomes of the worker', async () => {
    const { seller, id } = await start();
    seller.expireAccessTokens('a_17');
    controlStorage('set').fails = () => true;
    await checkAccount(id).catch(() => undefined);
    expect(seller.count('/oauth/token')).toBe(0);
  });

  test('tokens that came just then are revoked with the account', async () => {
    const { seller, id } = await start();
    seller.expireAccessTokens('a_17');
    const control = controlStorage('set');
    control.fails = () => seller.count('/oauth/token') > 0;
    await checkAccount(id).catch(() => undefined);
    expect(seller.count('/oauth/token')).toBe(1);
    control.fails = () => false;
    expect(await messageHandlers.signOut({ accountId: id })).toMatchObject({ isRevoked: true });
    await vi.waitFor(() => expect(liveTokens()).toBe(0));
  });

  test('what could not be saved of an account is no trouble any more once the account is gone', async () => {
    advanceClock(hourMs);
    const { id } = await start();
    expect(canSave()).toBe(true);
    const control = controlStorage('set');
    control.fails = () => true;
    await messageHandlers.refresh({ accountId: id }).catch(() => undefined);
    expect(canSave()).toBe(false);
    control.fails = () => false;
    await messageHandlers.signOut({ accountId: id });
    expect(canSave()).toBe(true);
  });

  test('what is never tried again is no trouble after ten minutes', async () => {
    await start();
    controlStorage('set').fails = () => true;
    await expect(messageHandlers.saveSettings({ settings: defaultSettings })).rejects.toThrow('Storage failed');
    expect(canSave()).toBe(false);
    // The test before was an hour later.
    advanceClock(hourMs + 11 * minuteMs);
    expect(canSave()).toBe(true);
  });
});
