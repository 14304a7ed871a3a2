import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { requestCard } from '../../../../entrypoints/background/accounts/account-store.ts';
import { saveTokens } from '../../../../entrypoints/background/accounts/authorized-client.ts';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { addAccount as signInAnew } from '../../../../entrypoints/background/connect/add-account.ts';
import { signOut } from '../../../../entrypoints/background/connect/sign-out.ts';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { openCheckoutTab } from '../../../../entrypoints/background/orders/checkout-tab.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { saveFailure, saveSnapshot } from '../../../../entrypoints/background/polling/save-check-result.ts';
import { createAccount, read, readIndex, update } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { accountApi } from '../../../../utils/providers/account-api/account-api.ts';
import { makeCard, makeModule, makeOrder, makeSnapshot } from '../../support/builders.ts';
import { addAccount, setUpAccount } from './account-setup.ts';
import { controlPermissions, namesWith } from './browser-controls.ts';

const largeSnapshot = () =>
  makeSnapshot({
    accountKey: 'a_17',
    cards: Array.from({ length: 600 }, (_, place) =>
      makeCard([makeModule()], { key: `c_${place}`, title: `No. ${place}` }),
    ),
  });

/** Calls `then` as soon as the samples of so many cards are saved. Returns how to wait for it. */
function whenSaved(cards: number, then: () => Promise<unknown>): () => Promise<unknown> {
  let saved = 0;
  let called: Promise<unknown> | null = null;
  const { set } = fakeBrowser.storage.local;
  vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation((async (values: Record<string, unknown>) => {
    saved += Object.keys(values).filter((name) => name.startsWith('samples:')).length;
    if (saved >= cards) called ??= then();
    return set(values);
  }) as never);
  return async () => called ?? Promise.reject(new Error(`Only ${saved} cards were saved`));
}

describe('7.3 a sign-out', () => {
  test.each([1, 20, 300, 600])(
    'while a large answer is taken in, after %i cards, leaves no account, name, number or alarm (F22)',
    async (cards) => {
      const { account } = await setUpAccount();
      const farewell = whenSaved(cards, () => signOut(account.id, applyState));
      await saveSnapshot(account, largeSnapshot());
      await farewell();
      await applyState();
      expect(await namesWith(account.id)).toEqual([]);
      expect((await readIndex()).accounts).toEqual([]);
      expect(await fakeBrowser.alarms.get('wake')).toBeUndefined();
    },
  );

  test('that is asked for twice, or of two accounts at once, ends with nothing of them, and all tokens revoked', async () => {
    const { seller, account } = await setUpAccount({ revokesOneToken: true });
    const other = await addAccount(seller, 'a_18', { accessToken: null });
    const answers = await Promise.all([account, account, other].map(({ id }) => signOut(id, applyState)));
    expect(answers.map(({ isRevoked }) => isRevoked)).toEqual([true, true, true]);
    expect([...(await namesWith(account.id)), ...(await namesWith(other.id))]).toEqual([]);
    expect([seller.countLiveTokens('a_17'), seller.countLiveTokens('a_18')]).toEqual([0, 0]);
    expect(seller.count('/oauth/revoke')).toBe(4);
  });

  test('of an account that is just being signed in to again leaves the new sign-in, and its permission', async () => {
    const { seller, account } = await setUpAccount({ revokesOneToken: true });
    const granted = controlPermissions('http://127.0.0.1/*');
    const release = seller.holdNextAnswer('/v1/planStatus');
    const signIn = signInAnew(accountApi, account.seller, { ...seller.issueTokens('a_17'), lifeMs: 3_600_000 });
    await vi.waitFor(() => expect(seller.count('/v1/planStatus')).toBe(1));
    expect(await signOut(account.id, applyState)).toEqual({ isRevoked: true, isReleased: false });
    release();
    const result = await signIn;
    expect(result.kind).toBe('signed-in');
    expect((await readIndex()).accounts.map(({ cards }) => cards.length)).toEqual([3]);
    expect(seller.countLiveTokens('a_17')).toBe(2);
    expect([...granted]).toEqual(['http://127.0.0.1/*']);
  });
});

describe('7.3 what an earlier sign-in brings', () => {
  test('of balances and failures is not written over the later one', async () => {
    const { account } = await setUpAccount();
    await checkAccount(account.id);
    const before = await namesWith(account.id);
    const [snapshot, check] = [await read(keys.snapshot(account.id)), await read(keys.check(account.id))];
    const earlier = { ...account, connectionId: 'before' };
    await saveSnapshot(earlier, largeSnapshot());
    await saveFailure(earlier, { kind: 'signed-out' });
    expect([await read(keys.snapshot(account.id)), await read(keys.check(account.id))]).toEqual([snapshot, check]);
    expect(await namesWith(account.id)).toEqual(before);
  });

  test.each(['duplicate', 'own'] as const)(
    'is not merged when the %s account was signed out meanwhile',
    async (gone) => {
      const { seller, account } = await setUpAccount({ revokesOneToken: true });
      await checkAccount(account.id);
      const { connectionId: _, ...first } = account;
      const second = { ...first, id: 'second', accountKey: null, connectionId: 'c2' };
      await createAccount(second);
      await saveTokens(second, { ...seller.issueTokens('a_17'), lifeMs: 3_600_000 });
      await update(
        keys.index,
        (index) => index && { ...index, accounts: [...index.accounts, { id: 'second', name: '', cards: [] }] },
      );
      const release = seller.holdNextAnswer('/v1/planStatus');
      const requests = seller.count('/v1/planStatus');
      const check = checkAccount('second');
      await vi.waitFor(() => expect(seller.count('/v1/planStatus')).toBe(requests + 1));
      const leaving = gone === 'own' ? 'second' : account.id;
      const staying = gone === 'own' ? account.id : 'second';
      await signOut(leaving);
      release();
      await check;
      expect(await namesWith(leaving)).toEqual([]);
      expect((await readIndex()).accounts.map(({ id }) => id)).toEqual([staying]);
      expect((await read(keys.snapshot(staying)))?.cards).toHaveLength(3);
      expect(seller.countLiveTokens('a_17')).toBe(2);
    },
  );

  test('for an account that is there already goes to it, and its former tokens are revoked', async () => {
    const { seller, account } = await setUpAccount({ revokesOneToken: true });
    await checkAccount(account.id);
    const second = { ...account, id: 'second', accountKey: null, connectionId: 'c2' };
    await createAccount(second);
    await saveTokens(second, { ...seller.issueTokens('a_17'), lifeMs: 3_600_000 });
    const token = (await read(keys.credentials('second')))?.token;
    await checkAccount('second');
    expect((await readIndex()).accounts.map(({ id }) => id)).toEqual([account.id]);
    expect((await read(keys.credentials(account.id)))?.token).toBe(token);
    await vi.waitFor(() => expect(seller.countLiveTokens('a_17')).toBe(2));
  });
});

test('7.3 what pages, notices and tabs still ask for after a sign-out names the account nowhere', async () => {
  const { account } = await setUpAccount();
  await checkAccount(account.id);
  await signOut(account.id);
  const card = { accountId: account.id, cardKey: 'c_europe' };
  await messageHandlers.savePreference({ card, preference: { name: 'Mine' } });
  await messageHandlers.pinCard({ card });
  await messageHandlers.reorderCards({ order: [`${account.id}/c_europe`] });
  await messageHandlers.snooze({ card, snooze: { until: null } });
  await messageHandlers.refresh({ accountId: account.id });
  await messageHandlers.setBalance({ accountId: account.id, bytes: 5 });
  await messageHandlers.popupOpened({ card });
  await requestCard(card);
  expect(await namesWith(account.id)).toEqual([]);
});

test('7.3 a payment page that opens while its account is signed out is recorded nowhere', async () => {
  const { seller, account } = await setUpAccount();
  const card = { accountId: account.id, cardKey: 'c_europe' };
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async () => {
    await signOut(account.id);
    return { id: 7 };
  }) as never);
  await openCheckoutTab(makeOrder({ card, checkoutUrl: `${seller.payUrl}/s/1` }));
  expect(fakeBrowser.tabs.create).toHaveBeenCalledOnce();
  expect(await namesWith(account.id)).toEqual([]);
});
