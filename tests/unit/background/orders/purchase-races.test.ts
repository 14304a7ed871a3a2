import { expect, test, vi } from 'vitest';
import { dismissOrder } from '../../../../entrypoints/background/orders/dismiss-order.ts';
import { renew } from '../../../../entrypoints/background/orders/purchase.ts';
import { readOrders } from '../../../../entrypoints/background/orders/stored-orders.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { changeOf, updateAll } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { noConfirmation } from '../../../../utils/core/orders/decide-purchase.ts';
import { openedPages, setUpOrders } from './order-setup.ts';

test('7.12 an order that is put away before it was sent is not sent any more, and no page opens', async () => {
  const { seller, card, order } = await setUpOrders();
  const cost = { currency: 'SEK', units: '99', nanos: 0 };
  await renew({ card, planId: 'eu-3gb-30d', cost, confirmation: noConfirmation }, async () =>
    dismissOrder(card, (await order())?.id ?? ''),
  );
  expect([(await order())?.state, seller.transactions(), openedPages]).toEqual(['dropped', [], []]);
});

test('7.12 F24 a purchase the seller says is open, and that is one of another card, is not taken for this card’s', async () => {
  const { account, card, buy, order } = await setUpOrders();
  await checkAccount(account.id);
  const asia = { accountId: account.id, cardKey: 'c_asia' };
  await buy();
  const [ofEurope] = await readOrders(card);
  if (!ofEurope) throw new Error('No order');
  await updateAll([], () => [
    changeOf(keys.orders(asia), [{ ...ofEurope, id: 'asia-1', card: asia, state: 'paid' as const }]),
    changeOf(keys.orders(card), []),
  ]);
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = new Request(input, init);
    if (!request.url.endsWith('/checkout')) return fetch(request);
    return Response.json({ cause: 'REQUEST_QUEUED', transactionId: 'asia-1' }, { status: 409 });
  });
  await buy();
  expect(await order()).toMatchObject({
    state: 'asked',
    problem: { kind: 'failure', failure: { kind: 'unreadable' } },
  });
  expect((await readOrders(card)).map(({ id }) => id)).not.toContain('asia-1');
  expect((await readOrders(asia)).map(({ id }) => id)).toEqual(['asia-1']);
});
