import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onStart } from '../../../../entrypoints/background/on-start.ts';
import { onReloaded, onTabClosed } from '../../../../entrypoints/background/on-tab-closed.ts';
import { resumeOrder } from '../../../../entrypoints/background/orders/purchase.ts';
import { closedTabs, openedPages, setUpOrders } from './order-setup.ts';

const recorded = async () => (await fakeBrowser.storage.local.get('checkout-tabs'))['checkout-tabs'];

describe('7.16 the tab of a checkout page', () => {
  test('is known after the memory of the session is gone, as after a reload of the extension', async () => {
    const { buy, order, card } = await setUpOrders();
    await buy();
    await fakeBrowser.storage.session.clear();
    await resumeOrder(card, (await order())?.id ?? '');
    expect(openedPages).toHaveLength(1);
  });

  test('is forgotten at the start of the browser, before anything could bring a stranger’s tab to the front', async () => {
    const { buy, order, card } = await setUpOrders();
    await buy();
    await onStart();
    expect(await recorded()).toBeUndefined();
    await resumeOrder(card, (await order())?.id ?? '');
    expect(openedPages).toHaveLength(2);
  });

  test('that is gone is no longer recorded, and the page opens anew', async () => {
    const { buy, order, card } = await setUpOrders();
    await buy();
    closedTabs.push(41);
    await resumeOrder(card, (await order())?.id ?? '');
    expect(openedPages).toHaveLength(2);
    expect(Object.keys((await recorded()) as object)).toEqual(['42', 'version']);
  });

  test('that was closed while the extension reloaded wakes its order then', async () => {
    const { seller, buy, order } = await setUpOrders({ creditDelayMs: 0 });
    await buy();
    seller.pay((await order())?.id ?? '');
    await onReloaded();
    expect(await order()).toMatchObject({ state: 'awaiting-payment' });
    closedTabs.push(41);
    await onReloaded();
    expect(await order()).toMatchObject({ state: 'credited' });
  });

  test('that are damaged hold up no other', async () => {
    const { seller, buy, order } = await setUpOrders({ creditDelayMs: 0 });
    await buy();
    seller.pay((await order())?.id ?? '');
    const tabs = (await recorded()) as object;
    await fakeBrowser.storage.local.set({ 'checkout-tabs': { 7: 'x', 8: 'null', 9: '[3,4]', ...tabs } });
    closedTabs.push(7, 8, 9, 41);
    await onReloaded();
    expect(await order()).toMatchObject({ state: 'credited' });
    expect(await recorded()).toBeUndefined();
  });
});

test('8.10 a tab of somebody else’s that is closed, as in a private window, is neither looked into nor kept', async () => {
  const { buy, seller } = await setUpOrders();
  await buy();
  const before = [await fakeBrowser.storage.local.get(null), seller.requests.length];
  await onTabClosed(99);
  expect([await fakeBrowser.storage.local.get(null), seller.requests.length]).toEqual(before);
  expect(fakeBrowser.tabs.get).not.toHaveBeenCalled();
});
