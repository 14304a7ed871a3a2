import { describe, expect, test } from 'vitest';
import { dismissOrder } from '../../../../entrypoints/background/orders/dismiss-order.ts';
import { acceptCheckoutOrigin, resumeOrder } from '../../../../entrypoints/background/orders/purchase.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { visibleOrders } from '../../../../utils/core/orders/order-list.ts';
import { alterAnswers, openedPages, setUpOrders } from './order-setup.ts';

const answers = /\/(checkout|transactions\/[^/]+)$/;
const foreign = 'https://pay.example.net';

/**
 * A click on a plan whose payment page lies at `pay`, at a seller whose document names `named` since it was connected.
 */
async function buyAt(pay: (sellerUrl: string) => string, named: (sellerUrl: string, payUrl: string) => string[]) {
  const discovery: Record<string, unknown> = {};
  const setup = await setUpOrders({ discovery });
  const { seller } = setup;
  const page = `${pay(seller.url)}/s/1`;
  Object.assign(discovery, { checkoutOrigins: named(seller.url, seller.payUrl) });
  const restore = alterAnswers(answers, (body) => ({ ...body, ...(body.checkoutUrl ? { checkoutUrl: page } : {}) }));
  await setup.buy();
  const reads = () => seller.count('/.well-known/data-account.json');
  return { ...setup, page, restore, discovery, reads, account: () => read(keys.account(setup.card.accountId)) };
}

describe('7.15 a payment page on an origin that was not listed at connecting', () => {
  test('opens where the document names it now and it is the seller’s own', async () => {
    const { page, order } = await buyAt(
      (own) => own,
      (own, pay) => [pay, own],
    );
    expect(openedPages).toEqual([page]);
    expect(await order()).toMatchObject({ checkoutUrl: page, heldCheckoutUrl: null, problem: null });
  });

  test('that is foreign and named now is asked about; a yes opens it and is remembered', async () => {
    const { page, order, card, account, poll, seller, reads, buy } = await buyAt(
      () => foreign,
      (_, pay) => [pay, foreign],
    );
    const held = await order();
    expect(openedPages).toEqual([]);
    expect(held).toMatchObject({
      state: 'awaiting-payment',
      checkoutUrl: null,
      heldCheckoutUrl: page,
      problem: { kind: 'new-origin', origin: foreign },
    });
    const readsBefore = reads();
    await poll();
    await poll();
    await buy();
    expect([reads(), openedPages, (await order())?.problem]).toEqual([readsBefore, [], held?.problem]);
    await acceptCheckoutOrigin({ card, orderId: held?.id ?? '', origin: 'https://other.example' });
    expect(openedPages).toEqual([]);
    await acceptCheckoutOrigin({ card, orderId: held?.id ?? '', origin: foreign });
    expect(openedPages).toEqual([page]);
    expect(await order()).toMatchObject({ id: held?.id, checkoutUrl: page, problem: null, checkoutOpenCount: 1 });
    expect((await account())?.seller.checkoutOrigins).toContain(foreign);
    expect(seller.transactions()).toHaveLength(1);
  });

  test('that has another address in each answer is looked up in the document once', async () => {
    const { order, poll, reads, page } = await buyAt(
      () => foreign,
      (_, pay) => [pay, foreign],
    );
    const readsBefore = reads();
    let count = 0;
    alterAnswers(answers, (body) => ({ ...body, checkoutUrl: `${page}?session=${++count}` }));
    await poll();
    await poll();
    expect([reads(), openedPages]).toEqual([readsBefore, []]);
    expect(await order()).toMatchObject({ heldCheckoutUrl: `${page}?session=2`, problem: { kind: 'new-origin' } });
  });

  test('that is put off is followed, hidden, and asked about again with the next click', async () => {
    const { order, card, poll, seller } = await buyAt(
      () => foreign,
      (_, pay) => [pay, foreign],
    );
    const id = (await order())?.id ?? '';
    const shown = async () => visibleOrders(await orders(card), Date.now());
    await dismissOrder(card, id);
    expect(await shown()).toEqual([]);
    await poll();
    expect(seller.count(`/v1/transactions/${id}`)).toBe(1);
    await resumeOrder(card, id);
    expect(await shown()).toMatchObject([{ problem: { kind: 'new-origin' } }]);
    seller.pay(id);
    await poll();
    expect(await order()).toMatchObject({ state: 'paid', problem: null, heldCheckoutUrl: null });
    expect(openedPages).toEqual([]);
  });

  test('that the document does not name is refused, after it was read again once', async () => {
    const { order, poll, reads, card, discovery, page } = await buyAt(
      () => foreign,
      (_, pay) => [pay],
    );
    expect(openedPages).toEqual([]);
    expect(await order()).toMatchObject({ problem: { kind: 'not-listed' }, checkoutOpenCount: 0 });
    const readsBefore = reads();
    await poll();
    await poll();
    expect(reads()).toBe(readsBefore);
    Object.assign(discovery, { checkoutOrigins: [foreign] });
    await resumeOrder(card, (await order())?.id ?? '');
    expect(await order()).toMatchObject({ problem: { kind: 'new-origin' }, heldCheckoutUrl: page });
  });

  test.each([
    ['a user name in it', 'https://pay.axis.example@pay.example.net'],
    ['no https', 'http://pay.example.net'],
  ])('with %s is refused, and not worth a question to the seller', async (_, pay) => {
    const { order, reads } = await buyAt(
      () => pay,
      (_own, listed) => [listed, foreign, pay],
    );
    expect([openedPages, reads()]).toEqual([[], 1]);
    expect(await order()).toMatchObject({ problem: { kind: 'not-listed' }, checkoutUrl: null, heldCheckoutUrl: null });
  });
});

async function orders(card: { accountId: string; cardKey: string }) {
  return (await read(keys.orders(card))) ?? [];
}
