import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { upsertIndexEntry } from '../../../../entrypoints/background/accounts/account-store.ts';
import { saveTokens } from '../../../../entrypoints/background/accounts/authorized-client.ts';
import { createAccount } from '../../../../entrypoints/background/state/state-store.ts';
import { type Account, newAccount } from '../../../../utils/core/accounts/account.ts';
import { accountApi } from '../../../../utils/providers/account-api/account-api.ts';
import { startSeller } from '../../../sandbox/seller.ts';
import type { Seller, SellerOptions } from '../../../sandbox/types.ts';
import { grantedClient } from '../../support/clients.ts';

/**
 * The background without a browser: storage in memory, all hosts allowed, a real seller over real HTTP. When the test is
 * over the seller is closed, and everything the test has mocked is as it was.
 */
export async function setUpAccount(options: SellerOptions = {}): Promise<{ seller: Seller; account: Account }> {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { onLine: true });
  fakeBrowser.permissions.contains = async () => true;
  fakeBrowser.i18n.getMessage = (name: string) => name;
  const seller = await startSeller(options);
  onTestFinished(async () => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    await seller.close();
  });
  const account = await addAccount(seller, 'a_17', { accessToken: null });
  return { seller, account };
}

export async function addAccount(seller: Seller, accountKey: string, { accessToken }: { accessToken: string | null }) {
  const found = await accountApi.findSeller(grantedClient(), seller.url);
  const client = grantedClient();
  const start = { redirectUri: `https://${'a'.repeat(32)}.chromiumapp.org/`, state: 's', challenge: 'c' };
  const { endpoints } = (await accountApi.signIn?.start(client, found, start)) ?? { endpoints: {} };
  const account = { ...newAccount(`id-${accountKey}`, { ...found, endpoints }, Date.now()), accountKey };
  const tokens = seller.issueTokens(accountKey);
  await createAccount(account);
  await saveTokens(account, {
    accessToken: accessToken ?? tokens.accessToken,
    lifeMs: 3_600_000,
    refreshToken: tokens.refreshToken,
  });
  await upsertIndexEntry(account, null);
  return account;
}
