import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { signOut } from '../../../../entrypoints/background/connect/sign-out.ts';
import { cleanUp, onStart } from '../../../../entrypoints/background/on-start.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, readIndex } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { setUpAccount } from './account-setup.ts';
import { namesWith } from './browser-controls.ts';

async function checked() {
  const set = await setUpAccount({ revokesOneToken: true });
  await checkAccount(set.account.id);
  return set;
}
const { local } = fakeBrowser.storage;

describe('7.3 at a start', () => {
  test('what has no account is removed, and its tokens are revoked', async () => {
    const { seller, account } = await checked();
    await local.remove(keys.account(account.id).name);
    const card = { accountId: account.id, cardKey: 'c_europe' };
    await local.set({ [keys.orders(card).name]: 'what cannot be read' });
    await onStart();
    expect(await namesWith(account.id)).toEqual([]);
    await vi.waitFor(() => expect(seller.countLiveTokens('a_17')).toBe(0));
  });

  test('its tokens are queued before anything is removed, so that a worker that dies in between loses none', async () => {
    const { account } = await checked();
    await local.remove(keys.account(account.id).name);
    vi.stubGlobal('navigator', { onLine: false });
    const written: string[] = [];
    const { set, remove } = local;
    local.set = async (values: Record<string, unknown>) => {
      written.push(`set ${Object.keys(values).join()}`);
      return set(values);
    };
    local.remove = async () => {
      written.push('remove');
      throw new Error('The worker is gone');
    };
    await cleanUp().catch(() => undefined);
    Object.assign(local, { set, remove });
    expect(written).toEqual(['set revocations', 'remove']);
    expect((await read(keys.revocations))?.map(({ tokenKind }) => tokenKind)).toEqual([
      'refresh_token',
      'access_token',
    ]);
  });

  test('an account that cannot be read keeps all it has', async () => {
    const { account } = await checked();
    await local.set({ [keys.account(account.id).name]: { id: account.id, seller: 'Axis' } });
    const before = await local.get(null);
    await cleanUp();
    expect(await local.get(null)).toEqual(before);
    expect(await read(keys.revocations)).toBeNull();
  });

  test('an account that the index does not list is left for it to be listed again', async () => {
    const { account } = await checked();
    await local.remove('index');
    const before = await local.get(null);
    await cleanUp();
    expect(await local.get(null)).toEqual(before);
    expect(await read(keys.account(account.id))).not.toBeNull();
  });

  test('an entry of the index without an account goes', async () => {
    await checked();
    const index = await readIndex();
    const gone = { id: 'gone', name: 'Axis', cards: [{ key: 'c', title: 'Mine' }] };
    await local.set({ index: { ...index, accounts: [...index.accounts, gone] } });
    await cleanUp();
    expect((await readIndex()).accounts).toEqual(index.accounts);
  });
});

describe('7.3 the saved sign-in', () => {
  test.each<[string, unknown]>([
    ['is gone', undefined],
    ['cannot be read', { seller: null }],
  ])('says itself where it is revoked, when the account %s', async (_how, account) => {
    const set = await checked();
    const { name } = keys.account(set.account.id);
    await (account === undefined ? local.remove(name) : local.set({ [name]: account }));
    expect(await signOut(set.account.id)).toMatchObject({ isRevoked: true });
    expect(set.seller.countLiveTokens('a_17')).toBe(0);
    expect(await namesWith(set.account.id)).toEqual([]);
  });

  test('of a version before is revoked where its account says', async () => {
    const { seller, account } = await checked();
    const { name } = keys.credentials(account.id);
    const { token } = (await local.get(name))[name] as { token: string };
    await local.set({ [name]: { kind: 'refresh-token', token } });
    await signOut(account.id);
    expect(seller.countLiveTokens('a_17')).toBe(0);
  });
});
