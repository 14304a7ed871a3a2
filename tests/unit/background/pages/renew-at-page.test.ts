import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { readOrders } from '../../../../entrypoints/background/orders/stored-orders.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import type { UsualPurchase } from '../../../../utils/core/accounts/account.ts';
import type { Order } from '../../../../utils/core/orders/order.ts';
import { parseStored } from '../../../../utils/core/storage/stored-values.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { leftPart } from '../../support/page-builders.ts';
import { controlOpenedTabs, pointAt, says, setUpPage } from './page-setup.ts';

const opened: string[] = [];
const tenEuros = { currency: 'EUR', units: '10', nanos: 0 };
const topUpUrl = 'https://pay.carrier.example/top-up';

beforeEach(() => {
  opened.length = 0;
  vi.restoreAllMocks();
});

async function setUpRenewal(url: string | null = topUpUrl) {
  const set = await setUpPage({ answers: { topUpUrl: url } });
  controlOpenedTabs(opened);
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

  test.each<[string, UsualPurchase, Partial<Order>]>([
    [
      'plan, amount and price',
      { planName: 'Big', amount: { value: 10, unit: 'GB' }, cost: tenEuros },
      { planName: 'Big', quotaBytes: 10e9, cost: tenEuros },
    ],
    [
      'an amount',
      { planName: null, amount: { value: 500, unit: 'MB' }, cost: null },
      { planName: '500 MB', quotaBytes: 500e6, cost: null },
    ],
    [
      'a price',
      { planName: null, amount: null, cost: tenEuros },
      { planName: 'pay.carrier.example', quotaBytes: null, cost: tenEuros },
    ],
  ])('opens as an order with what the user usually buys there, where they have entered %s', async (_, usual, order) => {
    const { accountId, renew, orders } = await setUpRenewal();
    await messageHandlers.setUsualPurchase({ accountId, usual });
    await renew();
    const saved = await orders();
    expect(saved).toMatchObject([{ state: 'awaiting-payment', planId: topUpUrl, sellerTerms: null, ...order }]);
    expect(parseStored('orders', saved)).toEqual(saved);
  });

  test('is proven by the balance as ever, though the user has bought less than they usually do', async () => {
    const { accountId, renew, orders, visit, clock } = await setUpRenewal();
    const usual = { planName: null, amount: { value: 10, unit: 'GB' as const }, cost: tenEuros };
    await messageHandlers.setUsualPurchase({ accountId, usual });
    await renew();
    clock.now += 2 * minuteMs;
    await visit(says(leftPart(4.7e9)));
    expect((await orders())[0]?.state).toBe('credited');
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

describe('what the user usually buys there', () => {
  const usual: UsualPurchase = { planName: 'Big', amount: { value: 10, unit: 'GB' }, cost: tenEuros };

  async function setUpUsual() {
    const set = await setUpRenewal();
    await messageHandlers.setUsualPurchase({ accountId: set.accountId, usual });
    const stored = async () => (await read(keys.account(set.accountId)))?.seller.page?.usualPurchase;
    return { ...set, stored };
  }

  const otherPage = 'https://pay.carrier.example/refill?plan=2';

  test('stays where another page of the same site is named, or the number is pointed at again', async () => {
    const set = await setUpUsual();
    await set.setTopUp(otherPage);
    expect(await set.stored()).toEqual(usual);
    await pointAt(set, { answers: { topUpUrl } }, set.accountId);
    expect(await set.stored()).toEqual(usual);
  });

  test.each([
    'https://other.example/refill',
    'https://carrier.example/top-up',
    'https://pay.carrier.example:444/top-up',
  ])('is not said of another site: %s', async (url) => {
    const named = await setUpUsual();
    await named.setTopUp(url);
    expect(await named.stored()).toBeNull();
    const pointedAtAgain = await setUpUsual();
    await pointAt(pointedAtAgain, { answers: { topUpUrl: url } }, pointedAtAgain.accountId);
    expect(await pointedAtAgain.stored()).toBeNull();
  });

  test('goes with the page, and once nothing of it is entered any more', async () => {
    const { accountId, stored, setTopUp } = await setUpUsual();
    await messageHandlers.setUsualPurchase({ accountId, usual: null });
    expect(await stored()).toBeNull();
    await messageHandlers.setUsualPurchase({ accountId, usual });
    await setTopUp(null);
    expect(await stored()).toBeNull();
  });

  test('that cannot be read costs nothing else of the account', async () => {
    const { accountId } = await setUpUsual();
    const { name } = keys.account(accountId);
    const { [name]: account } = (await fakeBrowser.storage.local.get(name)) as Record<string, StoredAccount>;
    if (!account) throw new Error('No account');
    account.seller.page.usualPurchase = { planName: 'x'.repeat(81), amount: null, cost: null };
    const read = parseStored('account', account);
    expect(read?.seller.page).toMatchObject({ topUpUrl, usualPurchase: null });
  });
});

type StoredAccount = { seller: { page: { usualPurchase: UsualPurchase | null } } };
