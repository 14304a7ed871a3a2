import { describe, expect, test } from 'vitest';
import { onTabClosed } from '../../../../entrypoints/background/on-tab-closed.ts';
import { accountApi } from '../../../../utils/providers/account-api/account-api.ts';
import type { Provider } from '../../../../utils/providers/adapter/provider.ts';
import { alarmDelays, setUpOrders } from './order-setup.ts';

describe('a paid order', () => {
  test('is credited by the word and proven by the balance', async () => {
    const { seller, buy, order, poll } = await setUpOrders();
    await buy();
    const id = (await order())?.id ?? '';
    seller.pay(id);
    await poll();
    expect(await order()).toMatchObject({ state: 'paid', balanceConfirmedAt: null });
    seller.credit(id);
    await poll();
    const credited = await order();
    expect(credited).toMatchObject({ state: 'credited', sellerStatus: 'credited' });
    expect(credited?.balanceConfirmedAt).not.toBeNull();
    expect(credited?.receiptUrl).toContain(seller.payUrl);
  });

  test('the balance does not show is credited by the word alone, and says so until it does', async () => {
    const { seller, buy, order, poll } = await setUpOrders();
    await buy();
    const id = (await order())?.id ?? '';
    const before = seller.card('c_europe');
    seller.pay(id);
    seller.credit(id);
    seller.setCard('c_europe', { plans: before.plans });
    await poll();
    expect(await order()).toMatchObject({ state: 'credited', balanceConfirmedAt: null });
    seller.setLeft('c_europe', 2e9);
    await poll();
    expect((await order())?.balanceConfirmedAt).not.toBeNull();
  });

  test('of a seller without words for orders is followed by the balance alone', async () => {
    const { seller, buy, order, poll } = await setUpOrders();
    const provider: Provider = accountApi;
    const { orders } = provider;
    delete provider.orders;
    try {
      await buy();
      const id = (await order())?.id ?? '';
      await poll();
      expect(await order()).toMatchObject({ state: 'awaiting-payment' });
      seller.pay(id);
      await poll();
      expect(await order()).toMatchObject({ state: 'awaiting-payment' });
      seller.credit(id);
      await poll();
      expect(await order()).toMatchObject({ state: 'credited', sellerStatus: 'awaiting-payment' });
      expect(seller.requests.filter(({ path }) => path.includes('/transactions'))).toEqual([]);
    } finally {
      if (orders) provider.orders = orders;
    }
  });

  test('that is paid back after its credit is noticed', async () => {
    const { seller, buy, order, poll } = await setUpOrders({ creditDelayMs: 0 });
    await buy();
    const id = (await order())?.id ?? '';
    seller.pay(id);
    await poll();
    seller.refund(id);
    await poll();
    expect(await order()).toMatchObject({ state: 'refunded' });
  });

  test('is looked at as soon as its page is closed', async () => {
    const { seller, buy, order } = await setUpOrders({ creditDelayMs: 0 });
    await buy();
    seller.pay((await order())?.id ?? '');
    await onTabClosed(41);
    expect(await order()).toMatchObject({ state: 'credited' });
    await onTabClosed(41);
    expect(seller.requests.filter(({ path }) => path.includes('/transactions/'))).toHaveLength(1);
  });
});

test('over the whole life of an order no alarm is asked for within half a minute', async () => {
  const { seller, buy, order, poll } = await setUpOrders();
  await buy();
  const id = (await order())?.id ?? '';
  await poll();
  seller.decline(id);
  await poll();
  seller.pay(id);
  await poll();
  seller.credit(id);
  await poll();
  expect(alarmDelays.length).toBeGreaterThanOrEqual(5);
  expect(Math.min(...alarmDelays)).toBeGreaterThan(29_000);
});
