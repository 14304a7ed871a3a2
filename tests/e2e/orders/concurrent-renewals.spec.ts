import { checkoutPages, expect, type Gigabar, newestTransaction, type Seller, test } from '../support/fixtures.ts';

/* Story F1: nobody pays twice. */

const rounds = 50;

/* The browser's API, as seen from the extension's pages. */
declare const chrome: {
  windows: { create: (o: object) => Promise<unknown> };
  runtime: { getURL: (path: string) => string };
  action: { openPopup: () => Promise<void> };
  extension: { getViews: (some?: { type: 'tab' }) => Window[] };
};

/** Opens another browser window with the popup's page in a tab. */
async function openWindowWithPopup(gigabar: Gigabar): Promise<void> {
  await gigabar.probe.evaluate(() => chrome.windows.create({ url: chrome.runtime.getURL('popup.html') }));
}

/** The text of each enabled renew button: in the three tabs, and in the toolbar popup while it is open. */
async function renewButtonTexts(gigabar: Gigabar): Promise<string[]> {
  return gigabar.probe.evaluate(() =>
    chrome.extension.getViews().flatMap(({ document }) => {
      const button = document.querySelector('[data-testid=renew]:not([aria-disabled=true])');
      return button ? [button.textContent ?? ''] : [];
    }),
  );
}

/** Clicks all renew buttons in one task, so that no page can react to another's click first. Returns their number. */
async function pressAll(gigabar: Gigabar): Promise<number> {
  return gigabar.probe.evaluate(() => {
    const found = chrome.extension
      .getViews()
      .flatMap(({ document }) => [...document.querySelectorAll<HTMLElement>('[data-testid=renew]')]);
    for (const button of found) button.click();
    return found.length;
  });
}

/** The number of opened checkout pages, from the seller's request log. */
function countCheckoutViews(seller: Seller): number {
  return seller.requests.filter(({ method, path }) => method === 'GET' && path.startsWith('/s/')).length;
}

/** The newest order's state in each of the three tabs, without tabs whose click is still in progress. */
async function orderStatesInTabs(gigabar: Gigabar): Promise<(string | undefined)[]> {
  return gigabar.probe.evaluate(() =>
    chrome.extension.getViews({ type: 'tab' }).flatMap(({ document }) => {
      const order = document.querySelector<HTMLElement>('[data-testid=order]');
      const isOver = document.querySelector('[data-testid=renew][aria-busy=false]') !== null;
      return order && isOver ? [order.dataset.state] : [];
    }),
  );
}

/** Cancels the order at the seller, so that the next can start. */
async function cancelOrder(gigabar: Gigabar, seller: Seller): Promise<void> {
  seller.cancel(newestTransaction(seller).transactionId);
  for (const page of checkoutPages(gigabar, seller)) await page.close();
}

test('four surfaces that press Renew at once, fifty times, make fifty orders and open fifty checkouts', async ({
  connected,
  seller,
}) => {
  test.setTimeout(400_000);
  await connected.popup();
  for (let more = 0; more < 2; more += 1) await openWindowWithPopup(connected);
  for (let round = 1; round <= rounds; round += 1) {
    await connected.probe.evaluate(() => chrome.action.openPopup());
    await expect
      .poll(() => renewButtonTexts(connected))
      .toEqual(Array(4).fill(expect.stringMatching(/^Renew Europe 3 GB/)));
    expect(await pressAll(connected)).toBe(4);
    await expect.poll(() => countCheckoutViews(seller)).toBe(round);
    await expect.poll(() => orderStatesInTabs(connected)).toEqual(Array(3).fill('awaiting-payment'));
    await cancelOrder(connected, seller);
    await expect.poll(() => orderStatesInTabs(connected)).toEqual(Array(3).fill('cancelled'));
  }
  const orders = seller.transactions().length;
  expect(seller.count('/v1/checkout')).toBe(rounds);
  const checkouts = countCheckoutViews(seller);
  console.log(`orders=${orders} checkouts=${checkouts}`);
  expect({ orders, checkouts }).toEqual({ orders: rounds, checkouts: rounds });
});
