// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OrderHistoryRow } from '../../../../components/history/OrderHistoryRow.tsx';
import { orderDetails, orderText } from '../../../../components/orders/order-text.ts';
import { defaultSeller, type Seller } from '../../../../utils/core/accounts/account.ts';
import type { Order } from '../../../../utils/core/orders/order.ts';
import { makeOrder } from '../../support/builders.ts';
import { now } from '../popup-setup.ts';
import { found, renderPage, startRendering, unmount } from '../render-setup.tsx';

/* An order at a page: what is bought there nobody tells, and what the user usually buys they may have entered. */

beforeEach(startRendering);
afterEach(unmount);

const topUpUrl = 'https://my.carrier.example/topup';
const seller: Seller = {
  ...defaultSeller('page', 'my.carrier.example'),
  page: { isKeptUpToDate: true, namesAccount: true, topUpUrl, usualPurchase: null },
};
const cost = { currency: 'EUR', units: '10', nanos: 0 };
const entered = { planId: topUpUrl, planName: 'Big', quotaBytes: 10e9, cost };
const untold = { planId: topUpUrl, planName: 'my.carrier.example', quotaBytes: null, cost: null };
const orderOf = (some: Partial<Order>) =>
  makeOrder({
    state: 'awaiting-payment',
    checkoutUrl: topUpUrl,
    expiresAt: null,
    createdAt: now,
    changedAt: now,
    ...some,
  });

describe('while its payment is awaited', () => {
  test.each<[string, Partial<Order>, string | undefined]>([
    ['all that was entered', entered, 'Big · 10 GB · €10.00, as you entered it'],
    ['an amount once', { ...entered, planName: '10 GB', cost: null }, '10 GB, as you entered it'],
    ['a price alone', { ...untold, cost }, '€10.00, as you entered it'],
    ['nothing that was not entered', untold, undefined],
  ])('it tells %s', (_, some, told) => {
    const order = orderOf(some);
    expect(orderText(order, seller, now)).toBe('Waiting for your payment.');
    expect(orderDetails(order, seller, now).find((detail) => detail.includes('entered'))).toBe(told);
  });
});

test('once the balance has risen, it says neither that this was what the user usually buys, nor that the seller is silent', () => {
  expect(orderText(orderOf({ ...entered, state: 'credited', sellerStatus: 'awaiting-payment' }), seller, now)).toBe(
    'What you bought has arrived.',
  );
});

test.each<[string, Partial<Order>, Seller, boolean, string[]]>([
  ['is marked as entered in the history, and its price stands there alone', entered, seller, true, []],
  ['has no such mark in the history where nothing was entered', untold, seller, false, []],
  [
    'of a seller that tells its plans has none either, but a price',
    entered,
    { ...seller, page: null },
    false,
    ['€10.00'],
  ],
])('it %s', async (_, some, of, isMarked, prices) => {
  const order = orderOf({ ...some, state: 'credited' });
  const shown = { card: null, cardTitle: 'My carrier', skewMs: 0, offer: undefined, isBusy: false };
  await renderPage(
    <OrderHistoryRow order={order} seller={of} {...shown} buyAgain={() => undefined} now={now}>
      {null}
    </OrderHistoryRow>,
  );
  const texts = found('[data-testid=order-row] p').map(({ textContent }) => textContent);
  expect(texts.includes('Big · 10 GB · €10.00, as you entered it')).toBe(isMarked);
  expect(found('.order-row-head span').map(({ textContent }) => textContent)).toEqual(prices);
});
