import type { Page } from '@playwright/test';
import {
  accounts,
  dateIn,
  enableAlerts,
  enterBalance,
  expect,
  fillIn,
  fireAlarmAndWait,
  type Gigabar,
  orderNotifications,
  pressConnect,
  type Seller,
  savedOrders,
  showPlans,
  test,
} from '../support/provider-mirrors.ts';

/* A seller that has only static files: a list of plans, each with a payment page. Section 8 of the account API. */

test.use({ sellerOptions: { noServer: true } });

async function connect(gigabar: Gigabar, seller: Seller): Promise<Page> {
  const page = await gigabar.open('connect.html');
  await page.getByTestId('seller-address').fill(seller.url);
  await expect(page.getByText('Axis sells plans but tells no figures.')).toBeVisible();
  await fillIn(page, { quota: '3 GB', left: '1.24 GB', endsAt: dateIn(15) });
  await pressConnect(page);
  await expect(page.getByTestId('connect-status')).toHaveText('Axis: 1.24 GB of 3 GB left');
  await page.close();
  return gigabar.popup();
}

/** The orders of the only card. */
const orders = async (gigabar: Gigabar) => savedOrders(gigabar, (await accounts(gigabar))[0]?.cards[0]?.key);

const pagesAt = ({ context }: Gigabar, origin: string) =>
  context.pages().filter((page) => page.url().startsWith(origin));

const plan = (popup: Page, planId = 'eu-3gb-30d') => popup.locator(`[data-plan-id="${planId}"]`);

/** Clicks the plan in the list; returns the page that opens. */
async function buy(gigabar: Gigabar, popup: Page): Promise<Page> {
  await showPlans(popup, 'all');
  const opened = gigabar.context.waitForEvent('page');
  await plan(popup).click();
  return opened;
}

/** Changes each plan in the seller's list of plans. */
async function changePlans(gigabar: Gigabar, seller: Seller, change: (plan: Record<string, unknown>) => object) {
  await gigabar.context.unrouteAll();
  await gigabar.context.route(`${seller.url}/offers.json`, async (route) => {
    const response = await route.fetch();
    const list = (await response.json()) as { offers: Record<string, unknown>[] };
    await route.fulfill({ response, json: { ...list, offers: list.offers.map(change) } });
  });
}

test('its address and what is entered make a card with plans, and with what the person said is left', async ({
  gigabar,
  seller,
}) => {
  const popup = await connect(gigabar, seller);
  await expect.poll(gigabar.badge).toBe('1.2');
  await popup.getByTestId('open-parts').click();
  await expect(popup.getByTestId('counted-by')).toHaveText('As you entered it.');
  await showPlans(popup, 'all');
  await expect(popup.getByTestId('offer')).toHaveCount(seller.offers('c_europe').length);
  await expect(plan(popup)).toContainText(/3 GB · 30 days.*SEK\s99\.00/);
  expect(seller.requests.filter(({ headers }) => headers.authorizationHash)).toEqual([]);
});

test('a plan’s page opens under the saved order’s number; pressed again it is shown, and nothing ordered twice', async ({
  gigabar,
  seller,
}) => {
  const popup = await connect(gigabar, seller);
  const page = await buy(gigabar, popup);
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  const [order] = await orders(gigabar);
  await expect(page).toHaveURL(`${seller.payUrl}/buy/eu-3gb-30d?client_reference_id=${order?.id}`);

  await popup.bringToFront();
  await expect(popup.getByTestId('renew')).toContainText('Continue to payment');
  await popup.getByTestId('renew').click();
  await expect.poll(async () => (await orders(gigabar))[0]?.checkoutOpenCount).toBe(2);
  await gigabar.waitForWorker();
  expect(pagesAt(gigabar, seller.payUrl)).toEqual([page]);
  expect(await orders(gigabar)).toHaveLength(1);
});

test('once more data is entered the order has arrived, worker killed or not', async ({ gigabar, seller }) => {
  const popup = await connect(gigabar, seller);
  await enableAlerts(gigabar);
  const page = await buy(gigabar, popup);
  await page.close();
  await expect(popup.getByTestId('order-facts')).toContainText('Once the data has come, enter what is left');
  await gigabar.killWorker();
  await fireAlarmAndWait(gigabar);
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  await enterBalance(popup, '4.2 GB');
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await expect(popup.getByTestId('order-state')).toHaveText('3 GB has arrived.');
  await expect(popup.getByTestId('renew')).toHaveText(/^Renew early.*Europe 3 GB.*SEK\s99\.00$/);
  await expect.poll(gigabar.badge).toBe('4.2');
  await expect.poll(() => orderNotifications(gigabar)).toEqual(['arrived']);
});

test('“I did not pay” puts the order away, and the plan can be bought again', async ({ gigabar, seller }) => {
  const popup = await connect(gigabar, seller);
  const page = await buy(gigabar, popup);
  await page.close();
  await popup.getByTestId('not-paid').click();
  await expect(popup.getByTestId('order')).toHaveCount(0);
  await buy(gigabar, popup);
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  const states = (await orders(gigabar)).map(({ state }) => state);
  expect(states).toEqual(['awaiting-payment', 'cancelled']);
});

test('a changed price is bought only after a yes', async ({ gigabar, seller }) => {
  const popup = await connect(gigabar, seller);
  await showPlans(popup, 'all');
  await expect(plan(popup)).toContainText('99.00');
  seller.setOffer('c_europe', 'eu-3gb-30d', { cost: { currencyCode: 'SEK', units: '109', nanos: 0 } });
  await plan(popup).click();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'price-changed');
  await gigabar.waitForWorker();
  expect(pagesAt(gigabar, seller.payUrl)).toEqual([]);
  const opened = gigabar.context.waitForEvent('page');
  await popup.getByTestId('confirm').click();
  await expect(await opened).toHaveURL(/\/buy\/eu-3gb-30d\?client_reference_id=/);
});

test('a plan whose page lies elsewhere is not shown, nor opened if it was', async ({ gigabar, seller }) => {
  const elsewhere = { checkoutUrl: 'http://localhost:1/buy/eu-3gb-30d' };
  await changePlans(gigabar, seller, (plan) => (plan.planId === 'eu-1gb-7d' ? { ...plan, ...elsewhere } : plan));
  const popup = await connect(gigabar, seller);
  await showPlans(popup, 'all');
  await expect(plan(popup)).toBeVisible();
  await expect(plan(popup, 'eu-1gb-7d')).toHaveCount(0);
  await expect(popup.getByText('1 of its plans could not be read and are not shown.')).toBeVisible();

  await changePlans(gigabar, seller, (plan) => ({ ...plan, ...elsewhere }));
  const before = gigabar.context.pages();
  await plan(popup).click();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'dropped');
  await gigabar.waitForWorker();
  expect(gigabar.context.pages()).toEqual(before);
});
