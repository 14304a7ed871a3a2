import { beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { fetchOffers } from '../../../../entrypoints/background/offers/fetch-offers.ts';
import { pollOrders } from '../../../../entrypoints/background/orders/poll-orders.ts';
import { renew } from '../../../../entrypoints/background/orders/purchase.ts';
import { readOrders } from '../../../../entrypoints/background/orders/stored-orders.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { noConfirmation } from '../../../../utils/core/orders/decide-purchase.ts';
import type { SellerOptions } from '../../../sandbox/types.ts';
import { setUpAccount } from '../accounts/account-setup.ts';

/* Orders in the background, with the real sandbox seller over real HTTP. */

/** The addresses of all opened pages. */
export const openedPages: string[] = [];
/** The ids of tabs that the browser no longer has. */
export const closedTabs: number[] = [];
/** Milliseconds from the creation of each alarm to its time. */
export const alarmDelays: number[] = [];

beforeEach(() => {
  openedPages.length = 0;
  closedTabs.length = 0;
  alarmDelays.length = 0;
});

export async function setUpOrders(options: SellerOptions = {}) {
  const { seller, account } = await setUpAccount({ creditDelayMs: 'never', ...options });
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async ({ url }: { url: string }) => {
    openedPages.push(url);
    return { id: 40 + openedPages.length };
  }) as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async (id: number) => {
    if (closedTabs.includes(id)) throw new Error('No tab with this id');
    return { id };
  }) as never);
  vi.spyOn(fakeBrowser.tabs, 'update').mockImplementation((async () => ({ id: 1 })) as never);
  vi.spyOn(fakeBrowser.alarms, 'create').mockImplementation((async (_: string, { when }: { when: number }) => {
    alarmDelays.push(when - Date.now());
  }) as never);
  const card = { accountId: account.id, cardKey: 'c_europe' };
  await checkAccount(account.id);
  await fetchOffers(card);
  const price = (units: string) => ({ currency: 'SEK', units, nanos: 0 });
  const buy = (planId = 'eu-3gb-30d', confirmation = noConfirmation) =>
    renew({ card, planId, cost: price(planId === 'eu-3gb-30d' ? '99' : '249'), confirmation }, applyState);
  const order = async () => (await readOrders(card))[0];
  const poll = async () => {
    await pollOrders((await readOrders(card)).map(({ id }) => id));
    await applyState();
  };
  return { seller, account, card, buy, order, poll };
}

/** Changes the bodies of the seller's answers whose path ends so, until the returned function is called. */
export function alterAnswers(path: string | RegExp, change: (body: Record<string, unknown>) => object): () => void {
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (...args: Parameters<typeof fetch>) => {
    const answer = await fetch(...args);
    const { pathname } = new URL(args[0] instanceof Request ? args[0].url : String(args[0]));
    const isMeant = typeof path === 'string' ? pathname.endsWith(path) : path.test(pathname);
    if (!isMeant || !answer.ok) return answer;
    const { status, headers } = answer;
    return new Response(JSON.stringify(change((await answer.json()) as Record<string, unknown>)), { status, headers });
  });
  return () => vi.stubGlobal('fetch', fetch);
}

/** Advances the clock of the extension and of the seller, which run in this process. */
export function advanceClock(ms: number): void {
  const now = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => now() + ms);
}
