import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addAccount as connect } from '../../../../entrypoints/background/connect/add-account.ts';
import { signOut } from '../../../../entrypoints/background/connect/sign-out.ts';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, readIndex } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { accountApi } from '../../../../utils/providers/account-api/account-api.ts';
import { addAccount, setUpAccount } from '../accounts/account-setup.ts';
import { controlPermissions, namesWith } from '../accounts/browser-controls.ts';

/** Each read takes another number of turns, always the same for the same `seed`. */
function readInOtherOrder(seed: number): void {
  const { local } = fakeBrowser.storage;
  const get = local.get.bind(local) as (...args: unknown[]) => Promise<never>;
  let state = seed;
  vi.spyOn(local, 'get').mockImplementation(async (...args: unknown[]) => {
    state = (state * 16807) % 2147483647;
    for (let turn = state % 6; turn > 0; turn -= 1) await new Promise(setImmediate);
    return get(...args);
  });
}

const seeds = Array.from({ length: 10 }, (_, at) => at + 1);

describe('7.5 one account that is connected three times at once', () => {
  test.each([
    ['', {}],
    [', by its cards where the seller gives no account key', { accountKeys: false }],
  ])('is one account%s, and the tokens of the others are revoked', async (_how, options) => {
    for (const seed of seeds) {
      const { seller, account } = await setUpAccount(options);
      await messageHandlers.signOut({ accountId: account.id });
      readInOtherOrder(seed);
      const tokens = () => ({ ...seller.issueTokens('a_17'), lifeMs: 3_600_000 });
      await Promise.all([1, 2, 3].map(() => connect(accountApi, account.seller, tokens())));
      expect((await readIndex()).accounts, `seed ${seed}`).toHaveLength(1);
      await vi.waitFor(() => expect(seller.countLiveTokens('a_17')).toBe(2));
      vi.restoreAllMocks();
      await seller.close();
    }
  });
});

describe('7.6 a sign-out', () => {
  test('of two accounts of one seller at once gives the permission back once both are revoked', async () => {
    for (const seed of seeds) {
      const { seller, account } = await setUpAccount({ revokesOneToken: true });
      const other = await addAccount(seller, 'a_18', { accessToken: null });
      await checkAccount(account.id);
      await checkAccount(other.id);
      const granted = controlPermissions('http://127.0.0.1/*');
      readInOtherOrder(seed);
      await Promise.all([signOut(account.id), signOut(other.id)]);
      expect(seller.countLiveTokens('a_17') + seller.countLiveTokens('a_18')).toBe(0);
      expect([...granted]).toEqual([]);
      expect(await read(keys.revocations)).toBeNull();
      vi.restoreAllMocks();
      await seller.close();
    }
  });

  test('of an account that cannot be read revokes its tokens and leaves nothing', async () => {
    const { seller, account } = await setUpAccount({ revokesOneToken: true });
    await checkAccount(account.id);
    const granted = controlPermissions('http://127.0.0.1/*');
    await fakeBrowser.storage.local.set({ [`account:${account.id}`]: 'x', index: 'x' });
    await messageHandlers.pageOpened({});
    expect(await messageHandlers.signOut({ accountId: account.id })).toEqual({ isRevoked: true, isReleased: true });
    expect(seller.countLiveTokens('a_17')).toBe(0);
    expect(await namesWith(account.id)).toEqual([]);
    expect([...granted]).toEqual([]);
  });
});
