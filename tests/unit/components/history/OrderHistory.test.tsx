// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HistoryPage } from '../../../../components/history/HistoryPage.tsx';
import { loadHistory } from '../../../../components/history/use-history.ts';
import type { PurchaseResult } from '../../../../utils/browser/messages.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import type { SellerPage } from '../../../../utils/core/accounts/account.ts';
import type { Order } from '../../../../utils/core/orders/order.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder } from '../../support/builders.ts';
import { healthy, now, offerOf, shownOf } from '../popup-setup.ts';
import { all, found, press, renderPage, sent, startRendering, the, unmount } from '../render-setup.tsx';
import { storedAnswer } from '../stored-answer.ts';

const { index, account, snapshot } = shownOf(healthy);
const card = { accountId: 'a1', cardKey: 'c1' };
const cost = { currency: 'SEK', units: '109', nanos: 0 };

beforeEach(async () => {
  fakeBrowser.reset();
  await startRendering();
});
afterEach(unmount);

const orderOf = (some: Partial<Order>) =>
  makeOrder({ card, planId: 'eu3', createdAt: now - 3 * hourMs, changedAt: now - 2 * hourMs, ...some });

async function open(
  orders: Order[],
  onSale = [offerOf('eu3', { cost })],
  page: SellerPage | null = null,
): Promise<void> {
  await fakeBrowser.storage.local.set({
    [keys.index.name]: index,
    [keys.settings.name]: defaultSettings,
    [keys.account('a1').name]: account && { ...account, seller: { ...account.seller, page } },
    [keys.snapshot('a1').name]: snapshot,
    [keys.offers(card).name]: { offers: onSale, expiresAt: null, checkedAt: now, unreadable: 0 },
    [keys.orders(card).name]: orders,
  });
  const first = await loadHistory(card, now);
  await renderPage(<HistoryPage first={first} now={now} />);
}

/** What the background answers to the next messages. */
function answerWith(...results: PurchaseResult[]): void {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const stored = storedAnswer(message);
    if (stored) return stored;
    sent.push(message);
    return results.shift();
  });
}

test('a card without orders has no section of them', async () => {
  await open([orderOf({ state: 'dropped' })]);
  expect(all('order-log')).toEqual([]);
});

test('orders are shown newest first, even where no use is known, with all that was told of them', async () => {
  await open([
    orderOf({
      id: '2',
      state: 'credited',
      paidAt: now - 170 * minuteMs,
      confirmationCode: 'AX-2',
      balanceConfirmedAt: now,
    }),
    orderOf({ id: '1', state: 'refunded', planName: 'Asia 1 GB', createdAt: now - 9 * hourMs }),
    orderOf({ id: '0', state: 'asked' }),
  ]);
  expect(all('no-history')).toHaveLength(1);
  expect(all('csv')).toHaveLength(1);
  expect(all('order-row').map(({ dataset }) => dataset.state)).toEqual(['credited', 'refunded']);
  const [first] = all('order-row');
  expect(first?.textContent).toMatch(/^Europe 3 GBSEK\s99\.00Credited/);
  expect(first?.textContent).toMatch(/Ordered.*Paid.*Last change.*Confirmation codeAX-2/);
  expect([...(first?.querySelectorAll('time') ?? [])].map(({ dateTime }) => dateTime)).toEqual(
    [3 * 60, 170, 120].map((minutes) => new Date(now - minutes * minuteMs).toISOString()),
  );
  expect(all('order-row')[1]?.textContent).toContain('Paid back by Axis');
});

test.each([
  ['of a seller that tells its plans', null, '"Europe 3 GB",credited,99,SEK'],
  [
    'at a page',
    { isKeptUpToDate: true, namesAccount: true, topUpUrl: 'https://axis.example/top-up', usualPurchase: null },
    ',credited,,',
  ],
])('plan and price of an order %s are in the CSV as they are known', async (_, page, cells) => {
  const made = vi.spyOn(URL, 'createObjectURL');
  await open([orderOf({ id: 'o-1', state: 'credited' })], [], page);
  await press('csv');
  const [file] = made.mock.calls[0] ?? [];
  expect(await (file as Blob).text()).toContain(`"o-1",${cells},`);
});

const baseline = { heldBytes: 1, quotaBytes: 1, endsAt: null, plans: [], isUnlimited: false, isActive: true };
test.each<[Partial<Order>, string, boolean]>([
  [{ state: 'paid', paidAt: now - minuteMs }, 'Paid, being credited', false],
  [{ state: 'paid', paidAt: now - hourMs }, 'Paid, not credited yet', true],
  [{ state: 'credited', baseline, paidAt: now - minuteMs }, 'Credited, not yet in the balance', false],
  [
    { state: 'credited', baseline, paidAt: now - hourMs },
    'Credited, Axis says, but the balance does not show it',
    true,
  ],
  [{ state: 'unknown' }, 'Axis has not said clearly how it stands', true],
])('an order that is %o says "%s"; support is offered: %s', async (some, text, isLate) => {
  await open([orderOf(some)]);
  expect(the('order-row').textContent).toContain(text);
  expect(all('support')).toHaveLength(isLate ? 1 : 0);
});

test.each([
  ['https://pay.axis.example/r/1', 1],
  ['https://elsewhere.example/r/1', 0],
  ['javascript:alert(1)', 0],
])('the receipt at %s has %i links', async (receiptUrl, count) => {
  await open([orderOf({ state: 'credited', receiptUrl })]);
  expect(all('receipt').map((link) => [link.getAttribute('href'), link.getAttribute('rel')])).toEqual(
    Array(count).fill([receiptUrl, 'noreferrer']),
  );
});

test('what is on sale is bought again with one click, for the price of today', async () => {
  answerWith({ isRefused: false, confirmation: null });
  await open([orderOf({ state: 'credited' })]);
  expect(the('buy-again').textContent).toBe('Buy again for SEK\u00a0109.00');
  await press('buy-again');
  const confirmation = { reasons: [], openOrderId: null };
  expect(sent).toEqual([{ type: 'renew', payload: { card, planId: 'eu3', cost, confirmation } }]);
});

test('what is not on sale is not bought again', async () => {
  await open([orderOf({ state: 'credited' })], [offerOf('eu3', { availability: 'sold-out' })]);
  expect(all('buy-again')).toEqual([]);
});

test.each<[string, Partial<Order>]>([
  ['waits for its payment', { state: 'awaiting-payment', expiresAt: now + minuteMs }],
  ['is paid and has not arrived', { state: 'paid', paidAt: now - minuteMs }],
  ['is late', { state: 'paid', paidAt: now - hourMs }],
  ['is credited and not in the balance yet', { state: 'credited', baseline, paidAt: now - minuteMs }],
])('while an order %s, nothing of the card is bought again', async (_, some) => {
  await open([orderOf(some), orderOf({ id: 'old', state: 'credited', createdAt: now - 9 * hourMs })]);
  expect(all('buy-again')).toEqual([]);
});

test('a doubt is asked once, below the order that was clicked, and the yes is sent with the wish', async () => {
  const paid = orderOf({ id: 'open', state: 'paid', paidAt: now });
  answerWith(
    { isRefused: false, confirmation: { reasons: ['order-open'], openOrder: paid } },
    { isRefused: false, confirmation: null },
  );
  const credited = (order: string, hours: number) =>
    orderOf({ id: order, state: 'credited', createdAt: now - hours * hourMs });
  await open([credited('new', 3), credited('old', 9)]);
  await act(() => all('buy-again')[1]?.click());
  await vi.waitFor(() => expect(all('question')).toHaveLength(1));
  expect(all('order-row')[1]?.contains(the('question'))).toBe(true);
  await press('confirm');
  expect(sent[1]).toEqual({
    type: 'renew',
    payload: { card, planId: 'eu3', cost, confirmation: { reasons: ['order-open'], openOrderId: 'open' } },
  });
  await vi.waitFor(() => expect(all('question')).toEqual([]));
});

test('the button that was pressed stays while the order it has made is open', async () => {
  answerWith({ isRefused: false, confirmation: null });
  const credited = orderOf({ state: 'credited' });
  await open([credited]);
  the('buy-again').focus();
  await press('buy-again');
  const made = orderOf({ id: 'new', state: 'awaiting-payment', createdAt: now, expiresAt: now + hourMs });
  await act(() => fakeBrowser.storage.local.set({ [keys.orders(card).name]: [made, credited] }));
  await vi.waitFor(() => expect(all('order-row')).toHaveLength(2));
  expect(all('buy-again')).toEqual([document.activeElement]);
});

test('a wish that came to nothing says so', async () => {
  await open([orderOf({ state: 'credited' })]);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('no worker'));
  await press('buy-again');
  await vi.waitFor(() => expect(found('[role=alert]')[0]?.textContent).toMatch(/Try again/));
});

test('a price that changed meanwhile is asked about where the plan was clicked', async () => {
  answerWith({ isRefused: false, confirmation: null });
  const credited = orderOf({ state: 'credited' });
  await open([credited]);
  await press('buy-again');
  expect(all('order')).toEqual([]);
  const newCost = { currency: 'SEK', units: '119', nanos: 0 };
  const changed = orderOf({ id: 'new', state: 'price-changed', cost, newCost, createdAt: now });
  await act(() => fakeBrowser.storage.local.set({ [keys.orders(card).name]: [changed, credited] }));
  await vi.waitFor(() => expect(the('order').textContent).toContain('119.00'));
  await press('confirm');
  expect(sent.at(-1)).toEqual({
    type: 'acceptPrice',
    payload: { card, orderId: 'new', terms: { planId: changed.planId, cost: newCost } },
  });
});

test('ten orders are shown, and more when asked', async () => {
  await open(Array.from({ length: 23 }, (_, at) => orderOf({ id: String(at), state: 'credited' })));
  expect(all('order-row')).toHaveLength(10);
  await press('orders-more');
  await press('orders-more');
  expect(all('order-row')).toHaveLength(23);
  expect(all('orders-more')).toEqual([]);
});

test('what was spent is told by month, in each currency by itself', async () => {
  const euros = { currency: 'EUR', units: '9', nanos: 0 };
  await open([
    orderOf({ id: '3', state: 'credited', cost }),
    orderOf({ id: '2', state: 'credited', cost: euros }),
    orderOf({ id: '1', state: 'credited', cost, paidAt: now - 30 * 24 * hourMs }),
    orderOf({ id: '0', state: 'refunded', cost }),
  ]);
  const rows = [...the('spent').querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th, bdi')].map(({ textContent }) => textContent?.replaceAll('\u00a0', ' ')),
  );
  expect(rows).toEqual([
    ['November 2026', 'SEK 109.00', '€9.00'],
    ['October 2026', 'SEK 109.00'],
  ]);
});

test('nothing is called spent where nothing was bought, or nobody tells what was', async () => {
  await open([orderOf({ state: 'cancelled' })]);
  expect(all('spent')).toEqual([]);
  const page = { isKeptUpToDate: true, namesAccount: true, topUpUrl: null, usualPurchase: null };
  await open([orderOf({ state: 'credited' })], [], page);
  expect(all('spent')).toEqual([]);
});
