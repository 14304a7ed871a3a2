import type { Locator } from '@playwright/test';
import { phones, signIn, test } from '../support/fixtures.ts';
import {
  clickOnPage,
  expect,
  pickerShows,
  pressIcon,
  signInAt,
  test as websiteTest,
} from '../support/pages/page-fixtures.ts';

/* How many clicks lie between an empty profile and the first figure. That of the hotspot is in hotspots/. */

/** Clicks, and counts them. `allow`: the one in the browser's own question, which tests cannot operate. */
function countedClicks() {
  let count = 0;
  return {
    click: async (what: Locator) => {
      count += 1;
      await what.click();
    },
    allow: () => {
      count += 1;
    },
    count: () => count,
  };
}

test('a card by hand takes four clicks', async ({ gigabar }) => {
  const page = await gigabar.open('connect.html');
  const { click, count } = countedClicks();
  await click(page.locator('[data-provider-id=manual]').first());
  await click(page.getByTestId('field-left'));
  await page.keyboard.type('1.24');
  await click(page.getByTestId('field-name'));
  await page.keyboard.type('Lebara');
  await click(page.getByTestId('connect'));
  await expect(page.getByTestId('connect-status')).toHaveText('Lebara: 1.24 GB left');
  await expect.poll(gigabar.badge).toBe('1.2');
  expect(count()).toBeLessThanOrEqual(4);
});

test('a seller with the account API takes two clicks and its own sign-in', async ({ gigabar, seller }) => {
  const page = await gigabar.open('connect.html');
  const { click, allow, count } = countedClicks();
  await expect(page.getByTestId('seller-address')).toBeFocused();
  await page.keyboard.type(seller.url);
  const opened = gigabar.context.waitForEvent('page');
  await click(page.getByTestId('connect'));
  allow();
  await signIn(await opened, phones.axis);
  await expect(page.getByTestId('connect-status')).toContainText('1.24 GB');
  expect(count()).toBeLessThanOrEqual(2);
});

websiteTest('a seller’s website takes five clicks once its account page is open', async ({ gigabar, site }) => {
  const tab = await signInAt(site, gigabar);
  const { click, allow, count } = countedClicks();
  const { page: popup, detach } = await pressIcon(gigabar, tab);
  const icon = 1;
  await click(popup.getByTestId('read-page'));
  await pickerShows(tab);
  await detach();
  const opened = gigabar.context.waitForEvent('page');
  await clickOnPage(tab, '2.75 GB of 10 GB');
  const number = 1;
  const setup = await opened;
  await click(setup.getByTestId('page-keep'));
  allow();
  await expect(setup.getByTestId('connect-status')).toContainText('2.75 GB');
  await expect.poll(gigabar.badge).toBe('2.7');
  expect(icon + number + count()).toBeLessThanOrEqual(5);
});
