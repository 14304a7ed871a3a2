import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { fetchOffers } from '../../../../entrypoints/background/offers/fetch-offers.ts';
import { readOrders } from '../../../../entrypoints/background/orders/order-store.ts';
import { pollOrders } from '../../../../entrypoints/background/orders/poll-orders.ts';
import { renew } from '../../../../entrypoints/background/orders/purchase.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { noConfirmation } from '../../../../utils/core/orders/decide-purchase.ts';
import type { Seller, SellerOptions } from '../../../sandbox/types.ts';
import { setUp } from '../accounts/account-setup.ts';

/* The background's part in an order, against the real sandbox seller over real HTTP. */

let running: Seller | null = null;
/** The addresses of the pages that were opened. */
export const opened: string[] = [];
/** How far off each alarm was when it was asked for. */
export const alarms: number[] = [];

beforeEach(() => {
  opened.length = 0;
  alarms.length = 0;
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await running?.close();
});

export async function started(options: SellerOptions = {}) {
  const { seller, account } = await setUp({ creditDelayMs: 'never', ...options });
  running = seller;
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async ({ url }: { url: string }) => {
    opened.push(url);
    return { id: 40 + opened.length };
  }) as never);
  vi.spyOn(fakeBrowser.tabs, 'update').mockImplementation((async () => ({ id: 1 })) as never);
  vi.spyOn(fakeBrowser.alarms, 'create').mockImplementation((async (_: string, { when }: { when: number }) => {
    alarms.push(when - Date.now());
  }) as never);
  const card = { accountId: account.id, cardKey: 'c_europe' };
  await checkAccount(account.id);
  await fetchOffers(card);
  const price = (units: string) => ({ currency: 'SEK', units, nanos: 0 });
  const buy = (planId = 'eu-3gb-30d', yes = noConfirmation) =>
    renew({ card, planId, cost: price(planId === 'eu-3gb-30d' ? '99' : '249'), confirmation: yes }, applyState);
  const order = async () => (await readOrders(card))[0];
  const look = async () => {
    await pollOrders((await readOrders(card)).map(({ id }) => id));
    await applyState();
  };
  return { seller, account, card, buy, order, look };
}

/** The time of the extension and of the seller in this process. */
export function goOnBy(ms: number): void {
  const now = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => now() + ms);
}
