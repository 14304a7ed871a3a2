import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { onTabClosed } from '../../../../entrypoints/background/on-tab-closed.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { balanceOf, failureOf, notifications, openedPages } from '../connect/connect-form-setup.ts';
import { connectStaticSeller } from './static-seller-setup.ts';

const publicFiles = ['/offers.json', '/.well-known/data-account.json'];

describe('whether it was paid', () => {
  test('is proven by more left, which is told; the plan is what was bought from then on', async () => {
    const { buy, order, enterBalance, accountId } = await connectStaticSeller();
    await buy();
    await enterBalance(3.2e9);
    expect(await order()).toMatchObject({ state: 'credited', balanceConfirmedAt: expect.any(Number) });
    expect(notifications.filter(({ id }) => id.startsWith('order:')).map(({ title }) => title)).toEqual([
      '3 GB has arrived',
    ]);
    expect(await balanceOf(accountId)).toMatchObject({ leftBytes: 3.2e9 });
    expect((await read(keys.account(accountId)))?.seller.manualPlan?.quotaBytes).toBe(6e9);
  });

  test('is proven offline, too, and without leave to read the seller’s file', async () => {
    const { buy, order, enterBalance, accountId } = await connectStaticSeller();
    await buy();
    vi.stubGlobal('navigator', { onLine: false });
    fakeBrowser.permissions.contains = async () => false;
    await enterBalance(3.2e9);
    expect((await order())?.state).toBe('credited');
    expect(await failureOf(accountId)).toBeNull();
  });

  test('is not proven by less, nor by the same again, nor by a word put right', async () => {
    const { buy, order, enterBalance } = await connectStaticSeller();
    await buy();
    for (const bytes of [2e8, 1e8, 0, 9e8]) await enterBalance(bytes);
    expect((await order())?.state).toBe('awaiting-payment');
  });

  test('is not proven by a new month that begins full by itself', async () => {
    const tomorrow = new Date(Date.now() + dayMs).getDate();
    const { buy, order, accountId } = await connectStaticSeller({ ends: 'monthly', monthlyDay: String(tomorrow) });
    await buy();
    const now = Date.now() + 1.5 * dayMs;
    vi.spyOn(Date, 'now').mockImplementation(() => now);
    await onAlarm();
    expect(await balanceOf(accountId)).toMatchObject({ leftBytes: 3e9 });
    expect((await order())?.state).toBe('awaiting-payment');
    expect(notifications.filter(({ id }) => id.startsWith('order:'))).toEqual([]);
  });

  test('is proven by more left in such a month, too', async () => {
    const { buy, order, enterBalance } = await connectStaticSeller({ ends: 'monthly', monthlyDay: '1' });
    await buy();
    await enterBalance(3.2e9);
    expect(await order()).toMatchObject({ state: 'credited', balanceConfirmedAt: expect.any(Number) });
    expect(notifications.filter(({ id }) => id.startsWith('order:')).map(({ title }) => title)).toEqual([
      '3 GB has arrived',
    ]);
  });

  test('is not proven by nothing left of a plan that is over', async () => {
    const { buy, order, enterBalance, accountId } = await connectStaticSeller({ endsAt: '2026-11-01' });
    await buy();
    await enterBalance(0);
    expect((await order())?.state).toBe('awaiting-payment');
    expect((await read(keys.account(accountId)))?.seller.manualPlan?.quotaBytes).toBe(3e9);
    await enterBalance(3e9);
    expect((await order())?.state).toBe('credited');
    expect(await balanceOf(accountId)).toMatchObject({ leftBytes: 3e9 });
  });

  test('is asked of nobody: neither a closed page nor time ends the order, nor is it called late', async () => {
    const { seller, buy, order } = await connectStaticSeller();
    await buy();
    expect((await read(keys.alarmPlan))?.orders).toEqual([]);
    await onTabClosed(41);
    const requestsBefore = seller.requests.length;
    const now = Date.now() + 3 * dayMs;
    vi.spyOn(Date, 'now').mockImplementation(() => now);
    await onAlarm();
    expect((await order())?.state).toBe('awaiting-payment');
    expect(notifications.filter(({ id }) => id.startsWith('order:'))).toEqual([]);
    expect(seller.requests.slice(requestsBefore).filter(({ path }) => !publicFiles.includes(path))).toEqual([]);
    expect((await read(keys.alarmPlan))?.orders).toEqual([]);
  });

  test('is denied by the person: the order is cancelled and put away, and the way is free', async () => {
    const { card, buy, orders } = await connectStaticSeller();
    await buy();
    const [first] = await orders();
    await messageHandlers.dismissOrder({ card, orderId: first?.id ?? '' });
    expect(await orders()).toMatchObject([{ id: first?.id, state: 'cancelled', dismissed: true }]);
    await buy();
    const [second] = await orders();
    expect([second?.state, second?.isSecond, second?.id === first?.id]).toEqual(['awaiting-payment', false, false]);
    expect(openedPages).toHaveLength(2);
  });

  test('cannot be denied once the data has come', async () => {
    const { card, buy, order, enterBalance } = await connectStaticSeller();
    await buy();
    await enterBalance(3.2e9);
    await messageHandlers.dismissOrder({ card, orderId: (await order())?.id ?? '' });
    expect(await order()).toMatchObject({ state: 'credited', dismissed: true });
  });
});
