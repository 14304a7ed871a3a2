import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { acceptPrice, resumeOrder } from '../../../../entrypoints/background/orders/purchase.ts';
import { untoldTerms } from '../../../../utils/core/orders/order-terms.ts';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import { advanceClock, openedPages, setUpOrders } from './order-setup.ts';

describe('a renewal', () => {
  test('is saved before the seller is asked, and its page is opened once', async () => {
    const { seller, buy, order, card } = await setUpOrders();
    const saved: unknown[] = [];
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', async (...args: Parameters<typeof fetch>) => {
      if (String(args[0] instanceof Request ? args[0].url : args[0]).endsWith('/checkout'))
        saved.push((await order())?.state);
      return fetch(...args);
    });
    await buy();
    await Promise.all([buy(), buy(), resumeOrder(card, (await order())?.id ?? '')]);
    expect(saved).toEqual(['asked']);
    expect(await order()).toMatchObject({
      state: 'awaiting-payment',
      sellerStatus: 'awaiting-payment',
      checkoutOpenCount: 4,
    });
    expect(seller.transactions()).toHaveLength(1);
    expect(openedPages).toHaveLength(1);
  });

  test('of another plan beside an open order is asked first, and made after a yes to that order', async () => {
    const { seller, buy, order } = await setUpOrders();
    await buy();
    const open = await order();
    const { confirmation } = await buy('eu-10gb-30d');
    expect(confirmation).toMatchObject({ reasons: ['order-open'], openOrder: { id: open?.id } });
    expect(seller.transactions()).toHaveLength(1);
    await buy('eu-10gb-30d', { reasons: ['order-open'], openOrderId: open?.id ?? '' });
    expect(seller.transactions()).toHaveLength(2);
    expect(await order()).toMatchObject({ planId: 'eu-10gb-30d', isSecond: true });
    expect(openedPages).toHaveLength(2);
  });

  test('at another price waits for a yes, and shows the new price in the list', async () => {
    const { seller, buy, order, card } = await setUpOrders();
    seller.setOffer('c_europe', 'eu-3gb-30d', { cost: { currencyCode: 'SEK', units: '109', nanos: 0 } });
    await buy();
    const changed = await order();
    expect(changed).toMatchObject({ state: 'price-changed', newCost: { units: '109' } });
    expect(seller.transactions()).toHaveLength(0);
    const terms = { planId: 'eu-3gb-30d', cost: changed?.newCost ?? null };
    await acceptPrice({ card, orderId: changed?.id ?? '', terms });
    expect(seller.transactions().map(({ transactionId, cost }) => [transactionId, cost.units])).toEqual([
      [changed?.id, '109'],
    ]);
  });

  test('without an answer keeps why, and goes on under its id', async () => {
    const { seller, buy, order } = await setUpOrders();
    seller.fault({ kind: 'offline', on: 'checkout', times: 1 });
    await buy();
    const stuck = await order();
    expect(stuck).toMatchObject({ state: 'asked', problem: { kind: 'failure', failure: { kind: 'no-answer' } } });
    await buy();
    expect(await order()).toMatchObject({ id: stuck?.id, state: 'awaiting-payment', problem: null });
    expect(seller.transactions()).toHaveLength(1);
  });

  test('asks nothing while the seller wants quiet', async () => {
    const { seller, buy, order } = await setUpOrders();
    seller.fault({ kind: '503', on: 'checkout', times: 1, retryAfter: '600' });
    await buy();
    await buy();
    expect(seller.count('/v1/checkout')).toBe(1);
    expect(await order()).toMatchObject({ state: 'asked', problem: { failure: { kind: 'seller-down' } } });
  });

  test('whose page the browser does not open says so and keeps the page', async () => {
    const { buy, order } = await setUpOrders();
    vi.spyOn(fakeBrowser.tabs, 'create').mockRejectedValue(new Error('blocked'));
    await buy();
    expect(await order()).toMatchObject({
      state: 'awaiting-payment',
      problem: { kind: 'not-opened' },
      checkoutOpenCount: 0,
    });
    expect((await order())?.checkoutUrl).toContain('/s/');
  });

  test('the seller refuses is dropped, and nothing was bought', async () => {
    const { seller, buy, order } = await setUpOrders();
    seller.setOffer('c_europe', 'eu-3gb-30d', { availability: 'SOLD_OUT' });
    await buy();
    expect(await order()).toMatchObject({ state: 'dropped', problem: { kind: 'refused' } });
    expect(seller.transactions()).toHaveLength(0);
  });

  test('finds the purchase the seller has open: its page opens by itself only if it is what was clicked', async () => {
    const { seller, buy, order, card } = await setUpOrders();
    await buy('eu-10gb-30d');
    const theirs = await order();
    await fakeBrowser.storage.local.remove(`orders:${card.accountId}/c_europe`);
    await fakeBrowser.storage.local.remove('checkout-tabs');
    await buy();
    const adopted = await order();
    expect(adopted).toMatchObject({
      id: theirs?.id,
      planId: 'eu-3gb-30d',
      cost: { units: '99' },
      sellerTerms: { planId: 'eu-10gb-30d', cost: { units: '249' } },
    });
    expect(openedPages).toHaveLength(1);
    await acceptPrice({ card, orderId: adopted?.id ?? '', terms: adopted?.sellerTerms ?? untoldTerms });
    expect(await order()).toMatchObject({ planId: 'eu-10gb-30d', cost: { units: '249' }, sellerTerms: null });
    expect(openedPages).toHaveLength(2);
    expect(seller.transactions()).toHaveLength(1);
  });

  test('that never arrived is not sent again once the click is old, and is dropped when the seller does not know it', async () => {
    const { seller, buy, order, poll } = await setUpOrders();
    seller.fault({ kind: 'offline', on: 'checkout', times: 1 });
    await buy();
    advanceClock(3 * minuteMs);
    await poll();
    expect(await order()).toMatchObject({ state: 'dropped' });
    expect(seller.count('/v1/checkout')).toBe(1);
    expect(openedPages).toEqual([]);
  });

  test('whose answer got lost is found at the seller, and its page opens by a click alone', async () => {
    const { seller, buy, order, poll, card } = await setUpOrders();
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', async (...args: Parameters<typeof fetch>) => {
      const answer = await fetch(...args);
      const { url } = args[0] as Request;
      if (url.endsWith('/checkout')) throw new TypeError('lost');
      return answer;
    });
    await buy();
    vi.stubGlobal('fetch', fetch);
    advanceClock(3 * minuteMs);
    await poll();
    expect(await order()).toMatchObject({ state: 'awaiting-payment' });
    expect(openedPages).toEqual([]);
    await resumeOrder(card, (await order())?.id ?? '');
    expect(openedPages).toHaveLength(1);
    expect(seller.transactions()).toHaveLength(1);
  });
});
