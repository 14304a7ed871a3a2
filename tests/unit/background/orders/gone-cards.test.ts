import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { planNextSteps } from '../../../../entrypoints/background/next-steps.ts';
import { onNotificationClick } from '../../../../entrypoints/background/on-notification-click.ts';
import { onStart } from '../../../../entrypoints/background/on-start.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { readIndex, update } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { formatCardId } from '../../../../utils/core/usage/card-id.ts';
import { hourMs } from '../../../../utils/core/values/time.ts';
import { setLocale } from '../../support/i18n.ts';
import { openedPages, setUpOrders } from './order-setup.ts';

/** An order at a seller that lists its card no more. */
async function orderOfGoneCard() {
  const setup = await setUpOrders();
  await setLocale('en');
  const shown: { id: string; message: string }[] = [];
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation((async (
    id: string,
    { message }: { message: string },
  ) => {
    if (id.startsWith('order:')) shown.push({ id, message });
    return id;
  }) as never);
  await setup.buy();
  const id = (await setup.order())?.id ?? '';
  setup.seller.setCard('c_europe', { reissued: true });
  await checkAccount(setup.account.id);
  const entry = async () => (await readIndex()).accounts[0];
  return { ...setup, id, entry, told: () => shown.map((one) => [one.id.split(':')[3], one.message]) };
}

describe('7.14 an order whose card the seller lists no more', () => {
  test('is followed until it ends, and its arrival is told', async () => {
    const { seller, id, order, poll, entry, told } = await orderOfGoneCard();
    expect((await entry())?.cards.map(({ key }) => key)).not.toContain('c_europe');
    expect((await entry())?.gone).toMatchObject([{ key: 'c_europe', title: 'Axis Europe' }]);
    expect((await planNextSteps()).orders.map((one) => one.id)).toEqual([id]);
    seller.pay(id);
    await poll();
    expect(await order()).toMatchObject({ state: 'paid' });
    seller.credit(id);
    await poll();
    expect(await order()).toMatchObject({ state: 'credited', notified: ['arrived'] });
    expect(told()).toMatchObject([['arrived', expect.stringContaining('no longer lists this card')]]);
    seller.refund(id);
    await poll();
    expect(await order()).toMatchObject({ state: 'refunded', notified: ['arrived', 'refunded'] });
  });

  test('is the card’s again where only one answer left it out', async () => {
    const { seller, id, account, order, poll, entry } = await orderOfGoneCard();
    seller.pay(id);
    seller.credit(id);
    seller.setCard('c_europe', { reissued: false });
    await checkAccount(account.id);
    expect(await entry()).not.toHaveProperty('gone');
    expect((await entry())?.cards.map(({ key }) => key)).toContain('c_europe');
    await poll();
    expect((await order())?.balanceConfirmedAt).not.toBeNull();
  });

  test('is followed although the seller answers that the card is unknown', async () => {
    const { account, id } = await orderOfGoneCard();
    const nextCheckAt = Date.now() + 23 * hourMs;
    for (const [kind, isFollowed] of [
      ['card-gone', true],
      ['signed-out', false],
    ] as const) {
      await update(keys.check(account.id), (check) => check && { ...check, failure: { kind }, nextCheckAt });
      const [first] = (await planNextSteps()).orders;
      expect(first?.id).toBe(id);
      expect((first?.at ?? 0) < nextCheckAt).toBe(isFollowed);
    }
  });

  test('survives a start of the browser; a gone card without orders is forgotten there', async () => {
    const { card, entry, seller, account } = await orderOfGoneCard();
    await onStart();
    expect((await entry())?.gone).toHaveLength(1);
    await fakeBrowser.storage.local.remove(keys.orders(card).name);
    await onStart();
    expect(await entry()).not.toHaveProperty('gone');
    seller.setCard('c_europe', { reissued: false });
    await checkAccount(account.id);
    expect((await entry())?.cards.map(({ key }) => key)).toContain('c_europe');
  });

  test('stays without orders while it is pinned, and is forgotten once the user has removed it', async () => {
    const { card, entry } = await orderOfGoneCard();
    await fakeBrowser.storage.local.remove(keys.orders(card).name);
    await messageHandlers.pinCard({ card });
    await onStart();
    expect((await entry())?.gone).toHaveLength(1);
    await messageHandlers.savePreference({ card, preference: { isHidden: true } });
    await onStart();
    expect(await entry()).not.toHaveProperty('gone');
  });

  test('leads from its notification to the history, as the popup has no view of it', async () => {
    const { card } = await orderOfGoneCard();
    await onNotificationClick(`order:${formatCardId(card)}:x:arrived:1`);
    expect(openedPages.at(-1)).toContain('history.html?card=');
  });
});
