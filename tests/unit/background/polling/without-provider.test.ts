import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { planNextSteps } from '../../../../entrypoints/background/next-steps.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { onInstalled, onStart } from '../../../../entrypoints/background/on-start.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, update } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { grantedMatchPatterns } from '../../../../utils/core/accounts/origins.ts';
import { noConfirmation } from '../../../../utils/core/orders/decide-purchase.ts';
import { dayMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { addAccount } from '../accounts/account-setup.ts';
import { controlPermissions } from '../accounts/browser-controls.ts';
import { advanceClock, setUpOrders } from '../orders/order-setup.ts';

/* Accounts that were connected with a provider which this version does not have. */

async function setProvider(accountId: string, providerId: string): Promise<void> {
  await update(keys.account(accountId), (saved) => saved && { ...saved, seller: { ...saved.seller, providerId } });
  const revocation = { providerId, endpoints: {} };
  await update(keys.credentials(accountId), (saved) => saved && { ...saved, revocation });
}

/** A checked account with an open order, whose provider is then another. */
async function startedWith(providerId: string) {
  const set = await setUpOrders();
  await set.buy();
  await setProvider(set.account.id, providerId);
  return { ...set, before: set.seller.requests.length };
}

describe.each([
  ['closed', 'telekom-datapass'],
  ['unsupported', 'a-later-one'],
])('8.11 an account whose provider is %s', (kind, providerId) => {
  test('asks nobody and says why; its figures and orders stay', async () => {
    const { seller, account, card, order, poll, before } = await startedWith(providerId);
    const [snapshot, placed] = [await read(keys.snapshot(account.id)), await order()];
    await checkAccount(account.id);
    await messageHandlers.refresh({ accountId: account.id });
    await messageHandlers.popupOpened({ card });
    await poll();
    await onAlarm();
    await onStart();
    expect(seller.requests.length).toBe(before);
    expect((await read(keys.check(account.id)))?.failure).toEqual({ kind });
    expect(await read(keys.snapshot(account.id))).toEqual(snapshot);
    expect(await order()).toMatchObject({ id: placed?.id, state: placed?.state, checkoutUrl: placed?.checkoutUrl });
  });

  test('is looked at once a day, and not at every alarm', async () => {
    const { account } = await startedWith(providerId);
    advanceClock(20 * minuteMs);
    await onAlarm();
    const check = await read(keys.check(account.id));
    expect(check?.reason).toBe('daily');
    expect((check?.nextCheckAt ?? 0) - Date.now()).toBeGreaterThan(dayMs - minuteMs);
    expect((await planNextSteps()).due).toEqual({ accounts: [], manualAccounts: [], orders: [] });
  });

  test('sells nothing: a purchase is refused before there is an order', async () => {
    const { seller, card, order, before } = await startedWith(providerId);
    const { id } = (await order()) ?? {};
    const cost = { currency: 'SEK', units: '249', nanos: 0 };
    const request = { card, planId: 'eu-10gb-30d', cost, confirmation: noConfirmation };
    expect(await messageHandlers.renew(request)).toEqual({ isRefused: true, confirmation: null });
    expect([(await order())?.id, seller.requests.length]).toEqual([id, before]);
  });

  test('gives its hosts back, but for those another account needs', async () => {
    const { seller, account } = await startedWith(providerId);
    const other = await addAccount(seller, 'a_18', { accessToken: null });
    const hosts = grantedMatchPatterns(account.seller);
    const granted = controlPermissions(...hosts, 'https://elsewhere.example/*');
    await checkAccount(account.id);
    expect([...granted]).toEqual([...hosts, 'https://elsewhere.example/*']);
    await setProvider(other.id, providerId);
    await checkAccount(other.id);
    expect([...granted]).toEqual(['https://elsewhere.example/*']);
  });

  test('can be signed out of, and is not said to be revoked where nobody could tell the seller', async () => {
    const { account } = await startedWith(providerId);
    expect(await messageHandlers.signOut({ accountId: account.id })).toMatchObject({ isRevoked: false });
    const names = Object.keys(await fakeBrowser.storage.local.get(null));
    expect(names.filter((name) => name.includes(account.id))).toEqual([]);
    expect((await read(keys.revocations))?.length).toBeGreaterThan(0);
  });

  test('is told so at the update that took the provider away, and checked at the one that brings it back', async () => {
    const { account, seller, before } = await startedWith(providerId);
    await onInstalled();
    expect((await read(keys.check(account.id)))?.failure).toEqual({ kind });
    await onInstalled();
    expect(await read(keys.check(account.id))).toMatchObject({ failures: 1 });
    expect(seller.requests.length).toBe(before);
    await setProvider(account.id, 'account-api');
    await onInstalled();
    expect(await read(keys.check(account.id))).toMatchObject({ failure: null, reason: 'poll-interval' });
  });
});
