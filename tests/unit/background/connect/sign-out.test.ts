import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tryRevocations } from '../../../../entrypoints/background/accounts/revocations.ts';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { signOut } from '../../../../entrypoints/background/connect/sign-out.ts';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { checkWhereAllowedAnew } from '../../../../entrypoints/background/on-start.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { saveSnapshot } from '../../../../entrypoints/background/polling/save-check-result.ts';
import { read, update } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import { alertNotificationId, summaryNotificationId } from '../../../../utils/core/alerts/notification-id.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { addAccount, setUpAccount } from '../accounts/account-setup.ts';
import { controlPermissions, notify, shownNotices } from '../accounts/browser-controls.ts';

/** Two accounts of one seller, checked once. */
async function started(...args: Parameters<typeof setUpAccount>) {
  const set = await setUpAccount(...args);
  const other = await addAccount(set.seller, 'a_18', { accessToken: null });
  await checkAccount(set.account.id);
  await checkAccount(other.id);
  return { ...set, other };
}

describe('7.6 notices', () => {
  const alert = (id: string, card = 'c_europe') => `alert:${id}/${card}:20%:0`;
  const order = (id: string, card = 'c_europe') => `order:${id}/${card}:o:arrived:5`;

  test('of alerts and orders go with their account, and those of others stay (F27)', async () => {
    const { account, other } = await started();
    await notify('test', alert(account.id), order(account.id), alert(other.id, 'c_nordic'), order(other.id, 'c_gone'));
    await messageHandlers.signOut({ accountId: account.id });
    expect(await shownNotices()).toEqual(['test', alert(other.id, 'c_nordic'), order(other.id, 'c_gone')]);
  });

  test('go at once, however long the seller takes to hear of the sign-out', async () => {
    const { seller, account } = await started();
    await notify(alert(account.id));
    const release = seller.holdNextAnswer('/oauth/revoke');
    const farewell = messageHandlers.signOut({ accountId: account.id });
    await vi.waitFor(async () => expect(await shownNotices()).toEqual([]));
    release();
    expect(await farewell).toMatchObject({ isRevoked: true });
  });

  test('of a card that is hidden go with it (F27)', async () => {
    const { account } = await started();
    await notify(alert(account.id), order(account.id), alert(account.id, 'c_asia'));
    const card = { accountId: account.id, cardKey: 'c_europe' };
    await messageHandlers.savePreference({ card, preference: { isHidden: true } });
    expect(await shownNotices()).toEqual([alert(account.id, 'c_asia')]);
  });

  test('of a card that the seller lists no more go with it; a later one of its order stays (F27)', async () => {
    const { seller, account } = await started();
    await notify(alert(account.id), order(account.id), alert(account.id, 'c_asia'));
    seller.setCard('c_europe', { reissued: true });
    await messageHandlers.refresh({ accountId: account.id });
    expect(await shownNotices()).toEqual([alert(account.id, 'c_asia')]);
    await notify(order(account.id));
    await messageHandlers.popupOpened({ card: null });
    expect(await shownNotices()).toContain(order(account.id));
  });

  test('for several cards go with each of them', async () => {
    const { account, other } = await started();
    const cards = [`${other.id}/c_nordic`, `${account.id}/c_europe`, `${account.id}/c_asia`];
    const summaries = async () => (await shownNotices()).filter((id) => id.includes(':summary:'));
    await notify(summaryNotificationId(cards.map((card) => alertNotificationId(card, '20%', initialAlertState))));
    await applyState();
    expect(await summaries()).toHaveLength(1);
    const card = { accountId: account.id, cardKey: 'c_asia' };
    await messageHandlers.savePreference({ card, preference: { isHidden: true } });
    expect(await summaries()).toEqual([]);
  });
});

describe('7.6 a sign-out', () => {
  test('takes the tabs of its checkouts along, and no others', async () => {
    const { account, other } = await started();
    const tabs = { 7: JSON.stringify([{ accountId: account.id, cardKey: 'c' }, 'o1']) };
    const others = { 8: JSON.stringify([{ accountId: other.id, cardKey: 'c' }, 'o2']) };
    await update(keys.checkoutTabs, () => ({ ...tabs, ...others }));
    await signOut(account.id);
    expect(await read(keys.checkoutTabs)).toEqual(others);
  });

  test('revokes the refresh token, then the access token', async () => {
    const { seller, account } = await started({ revokesOneToken: true });
    const hints: (string | null)[] = [];
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', async (request: Request) => {
      if (request.url.endsWith('/revoke'))
        hints.push(new URLSearchParams(await request.clone().text()).get('token_type_hint'));
      return fetch(request);
    });
    await signOut(account.id);
    expect(hints).toEqual(['refresh_token', 'access_token']);
    expect(seller.countLiveTokens('a_17')).toBe(0);
  });

  test('revokes a lone access token too', async () => {
    const { seller, account } = await started({ revokesOneToken: true });
    const before = seller.countLiveTokens('a_17');
    await fakeBrowser.storage.local.remove(keys.credentials(account.id).name);
    await signOut(account.id);
    expect([before, seller.countLiveTokens('a_17')]).toEqual([2, 1]);
  });

  test('does not ask the second time where the first got no answer, and asks for both later', async () => {
    const { seller, account } = await started({ revokesOneToken: true });
    const realFetch = globalThis.fetch;
    let attempts = 0;
    vi.stubGlobal('fetch', async (request: Request) => {
      if (!request.url.endsWith('/revoke')) return realFetch(request);
      attempts += 1;
      throw new TypeError('Failed to fetch');
    });
    expect((await signOut(account.id)).isRevoked).toBe(false);
    expect([attempts, (await read(keys.revocations))?.length]).toEqual([1, 2]);
    vi.stubGlobal('fetch', realFetch);
    await tryRevocations(true);
    expect([seller.countLiveTokens('a_17'), await read(keys.revocations)]).toEqual([0, null]);
  });
});

describe('7.6 the permission for a seller’s hosts', () => {
  const api = 'http://localhost/*';
  const issuer = 'http://127.0.0.1/*';

  /** One account of a seller whose API and sign-in have hosts of their own. */
  async function onTwoHosts() {
    const set = await setUpAccount({ hosts: { api: 'localhost' }, revokesOneToken: true });
    const granted = controlPermissions(api, issuer);
    await checkAccount(set.account.id);
    return { ...set, granted };
  }

  test('is given back once the seller has heard of the sign-out', async () => {
    const { account, granted } = await onTwoHosts();
    expect(await signOut(account.id)).toEqual({ isRevoked: true, isReleased: true });
    expect([...granted]).toEqual([]);
  });

  test('is kept where something is left to revoke, until the seller has heard', async () => {
    const { seller, account, granted } = await onTwoHosts();
    const realFetch = globalThis.fetch;
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await signOut(account.id)).toEqual({ isRevoked: false, isReleased: false });
    expect([...granted]).toEqual([issuer]);
    vi.stubGlobal('fetch', realFetch);
    await tryRevocations(true);
    expect([...granted]).toEqual([]);
    expect(seller.countLiveTokens('a_17')).toBe(0);
  });

  test('is given back after a day, even if the seller has never heard', async () => {
    const { account, granted } = await onTwoHosts();
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    await signOut(account.id);
    const now = Date.now() + dayMs;
    vi.spyOn(Date, 'now').mockImplementation(() => now);
    await tryRevocations();
    expect([await read(keys.revocations), [...granted]]).toEqual([null, []]);
  });

  test('stays where another account needs it, and goes with the last', async () => {
    const { account, other } = await started();
    const granted = controlPermissions(issuer, api);
    expect((await signOut(account.id)).isReleased).toBe(false);
    expect([...granted]).toEqual([issuer, api]);
    expect((await signOut(other.id)).isReleased).toBe(true);
    expect([...granted]).toEqual([api]);
  });

  test('stays where an account cannot be read, for nobody knows what it needs', async () => {
    const { account, other } = await started();
    const granted = controlPermissions(issuer);
    await fakeBrowser.storage.local.set({ [keys.account(other.id).name]: 'what cannot be read' });
    await signOut(account.id);
    expect([...granted]).toEqual([issuer]);
  });

  test('that is given or taken makes a check of the accounts alone for which it makes a difference', async () => {
    const { seller, account, other } = await started();
    const before = seller.count('/v1/planStatus');
    await checkWhereAllowedAnew();
    expect(seller.count('/v1/planStatus')).toBe(before);
    const granted = controlPermissions();
    await checkWhereAllowedAnew();
    expect((await read(keys.check(account.id)))?.failure).toEqual({ kind: 'permission-missing' });
    granted.add(issuer);
    await signOut(other.id);
    granted.add(issuer);
    await checkWhereAllowedAnew();
    expect(seller.count('/v1/planStatus')).toBe(before + 1);
    expect((await read(keys.check(account.id)))?.failure).toBeNull();
  });
});

test('7.6 a snapshot without a card that was there clears the notices of its orders alone', async () => {
  const { account } = await started();
  const snapshot = await read(keys.snapshot(account.id));
  if (!snapshot) throw new Error('No snapshot');
  const kept = `order:${account.id}/c_asia:o:late:1`;
  await notify(`order:${account.id}/c_europe:o:late:1`, kept);
  await saveSnapshot(account, { ...snapshot, cards: snapshot.cards.filter(({ key }) => key !== 'c_europe') });
  expect(await shownNotices()).toEqual([kept]);
});
