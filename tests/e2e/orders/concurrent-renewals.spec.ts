import { expect, type Gigabar, newest, payPages, type Seller, test } from '../support/fixtures.ts';

/* Story F1: nobody pays twice. */

const rounds = 50;

/* What is needed of the browser's side of the extension; run in its page. */
declare const chrome: {
  windows: { create: (o: object) => Promise<unknown> };
  runtime: { getURL: (path: string) => string };
  action: { openPopup: () => Promise<void> };
  extension: { getViews: (some?: { type: 'tab' }) => Window[] };
};

/** A second and a third browser window beside the first, each with the popup's page in a tab. */
async function windowWithPopup(gigabar: Gigabar): Promise<void> {
  await gigabar.probe.evaluate(() => chrome.windows.create({ url: chrome.runtime.getURL('popup.html') }));
}

/** The words on the large button of every surface: the three tabs, and the toolbar's popup while it is open. */
async function buttons(gigabar: Gigabar): Promise<string[]> {
  return gigabar.probe.evaluate(() =>
    chrome.extension.getViews().flatMap(({ document }) => {
      const button = document.querySelector('[data-testid=renew]:not([aria-disabled=true])');
      return button ? [button.textContent ?? ''] : [];
    }),
  );
}

/** Presses them all at one instant: no surface can hear of another's press before its own. */
async function pressAll(gigabar: Gigabar): Promise<number> {
  return gigabar.probe.evaluate(() => {
    const found = chrome.extension
      .getViews()
      .flatMap(({ document }) => [...document.querySelectorAll<HTMLElement>('[data-testid=renew]')]);
    for (const button of found) button.click();
    return found.length;
  });
}

/** How many times a checkout page was opened, by the seller's own log. */
function pagesSeen(seller: Seller): number {
  return seller.requests.filter(({ method, path }) => method === 'GET' && path.startsWith('/s/')).length;
}

/** What each of the three tabs says of the newest order, once its own press is over. */
async function statesOnTabs(gigabar: Gigabar): Promise<(string | undefined)[]> {
  return gigabar.probe.evaluate(() =>
    chrome.extension.getViews({ type: 'tab' }).flatMap(({ document }) => {
      const order = document.querySelector<HTMLElement>('[data-testid=order]');
      const isOver = document.querySelector('[data-testid=renew][aria-busy=false]') !== null;
      return order && isOver ? [order.dataset.state] : [];
    }),
  );
}

/** Ends an order as its seller would, so that the next may begin. */
async function end(gigabar: Gigabar, seller: Seller): Promise<void> {
  seller.cancel(newest(seller).transactionId);
  for (const page of payPages(gigabar, seller)) await page.close();
}

test('four surfaces that press Renew at once, fifty times, make fifty orders and open fifty checkouts', async ({
  connected,
  seller,
}) => {
  test.setTimeout(400_000);
  await connected.popup();
  for (let more = 0; more < 2; more += 1) await windowWithPopup(connected);
  for (let round = 1; round <= rounds; round += 1) {
    await connected.probe.evaluate(() => chrome.action.openPopup());
    await expect.poll(() => buttons(connected)).toEqual(Array(4).fill(expect.stringMatching(/^Renew Europe 3 GB/)));
    expect(await pressAll(connected)).toBe(4);
    await expect.poll(() => pagesSeen(seller)).toBe(round);
    await expect.poll(() => statesOnTabs(connected)).toEqual(Array(3).fill('awaiting-payment'));
    await end(connected, seller);
    await expect.poll(() => statesOnTabs(connected)).toEqual(Array(3).fill('cancelled'));
  }
  const orders = seller.transactions().length;
  expect(seller.count('/v1/checkout')).toBe(rounds);
  const checkouts = pagesSeen(seller);
  console.log(`orders=${orders} checkouts=${checkouts}`);
  expect({ orders, checkouts }).toEqual({ orders: rounds, checkouts: rounds });
});
