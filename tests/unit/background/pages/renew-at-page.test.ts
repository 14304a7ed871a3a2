import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { readOrders } from '../../../../entrypoints/background/orders/order-store.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { parseStored } from '../../../../utils/core/storage/stored-values.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { leftPart } from '../../support/page-builders.ts';
import { says, setUpPage } from './page-setup.ts';

const opened: string[] = [];
const topUpUrl = 'https://pay.carrier.example/top-up';

beforeEach(() => {
  opened.length = 0;
  vi.restoreAllMocks();
});

async function setUpRenewal(url: string | null = topUpUrl) {
  const set = await setUpPage({ answers: { topUpUrl: url } });
  fakeBrowser.windows.getAll = (async () => [{ id: 1, incognito: false }]) as never;
  fakeBrowser.windows.getLastFocused = (async () => ({ id: 1 })) as never;
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async ({ url: address }: { url: string }) => {
    opened.push(address);
    return { id: 20 + opened.length };
  }) as never);
  vi.spyOn(fakeBrowser.tabs, 'update').mockRejectedValue(new Error('No tab') as never);
  return {
    ...set,
    renew: () => messageHandlers.renewAtPage({ card: set.card }),
    orders: () => readOrders(set.card),
    setTopUp: (to: string | null) => messageHandlers.setTopUpPage({ accountId: set.accountId, url: to }),
  };
}

describe('the page where a card is topped up', () => {
  test('opens as an order without a price, which can be stored', async () => {
    const { renew, orders } = await setUpRenewal();
    expect(await renew()).toEqual({ isRefused: false, confirmation: null });
    expect(opened).toEqual([topUpUrl]);
    const saved = await orders();
    expect(saved).toMatchObject([{ state: 'awaiting-payment', planName: 'pay.carrier.example', cost: null }]);
    expect(parseStored('orders', saved)).toEqual(saved);
  });

  test('is proven by the balance, once it has risen', async () => {
    const { renew, orders, visit, clock, left } = await setUpRenewal();
    await renew();
    clock.now += 2 * minuteMs;
    await visit(says(leftPart(2.7e9)));
    expect((await orders())[0]?.state).toBe('awaiting-payment');
    clock.now += 2 * minuteMs;
    await visit(says(leftPart(12.7e9, 20e9)));
    expect(await orders()).toMatchObject([{ state: 'credited', balanceConfirmedAt: clock.now }]);
    expect(await left()).toBe(12.7e9);
  });

  test('is followed by readings at two, five, ten and twenty minutes', async () => {
    const { renew, nextCheck, server, clock } = await setUpRenewal();
    const orderedAt = clock.now;
    await renew();
    const minutes: number[] = [];
    for (let checks = 0; checks < 60 && minutes.length < 4; checks += 1) {
      const before = server.received.length;
      await nextCheck();
      if (server.received.length > before) minutes.push(Math.round((clock.now - orderedAt) / minuteMs));
    }
    expect(minutes).toEqual([2, 5, 10, 20]);
  });

  test('opens again for the order that is open: it is no second one', async () => {
    const { renew, orders } = await setUpRenewal();
    await renew();
    await renew();
    expect(opened).toEqual([topUpUrl, topUpUrl]);
    expect(await orders()).toHaveLength(1);
  });

  test('is not opened where the user has named none', async () => {
    const { renew, orders, setTopUp } = await setUpRenewal(null);
    expect(await renew()).toEqual({ isRefused: true, confirmation: null });
    await setTopUp(topUpUrl);
    await setTopUp(null);
    expect(await renew()).toMatchObject({ isRefused: true });
    expect([opened, await orders()]).toEqual([[], []]);
  });

  test.each(['http://pay.carrier.example/', 'javascript:alert(1)', 'https://user@pay.carrier.example/', 'pay'])(
    'cannot be %s',
    async (url) => {
      const { accountId, setTopUp } = await setUpRenewal();
      await setTopUp(url);
      const account = await read(keys.account(accountId));
      expect(account?.seller.page?.topUpUrl).toBe(topUpUrl);
      expect(account?.seller.checkoutOrigins).toEqual(['https://pay.carrier.example']);
    },
  );

  test('is the only site that is opened for it', async () => {
    const { accountId, setTopUp } = await setUpRenewal();
    await setTopUp('https://other.example/refill');
    expect((await read(keys.account(accountId)))?.seller.checkoutOrigins).toEqual(['https://other.example']);
  });
});

test('an open order is worth a reading though nearly nothing is left', async () => {
  const { renew, nextCheck, server, visit, clock } = await setUpRenewal();
  clock.now += hourMs;
  await visit(says(leftPart(0.3e9)));
  const before = server.received.length;
  await nextCheck();
  expect(server.received.length).toBe(before);
  await renew();
  for (let checks = 0; checks < 10; checks += 1) await nextCheck();
  expect(server.received.length).toBeGreaterThan(before);
});
