import { mkdirSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { openGigabar } from '../e2e/support/gigabar.ts';
import { replayPastUsage, setPastMeasurement, twoWeeks } from '../e2e/support/past-usage.ts';
import { payOn, phones, pressConnect, signIn } from '../e2e/support/user.ts';
import { startSeller } from '../sandbox/seller.ts';

/**
 * The whole main use case without a display: prints a line per step with the badge's text, with a picture of each page.
 */
export async function journey(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const seller = await startSeller({ database: ':memory:', creditDelayMs: 1500 });
  const gigabar = await openGigabar();
  let step = 0;
  const log = async (what: string, page?: Page) => {
    step += 1;
    const name = `${folder}/${step}.png`;
    if (page) await page.screenshot({ path: name });
    console.log(`${step}. [${(await gigabar.badge()) || ' '}] ${what}${page ? ` (${name})` : ''}`);
  };
  try {
    const [first, ...days] = twoWeeks;
    if (first) setPastMeasurement(seller, 'c_europe', first);
    const connect = await gigabar.open('connect.html');
    await connect.getByTestId('seller-address').fill(seller.url);
    await log('the connect page, with the seller’s address', connect);
    const opened = gigabar.context.waitForEvent('page');
    await pressConnect(connect);
    const window = await opened;
    await window.getByTestId('phone').waitFor();
    await log('the seller’s own sign-in page', window);
    await signIn(window, phones.axis);
    await connect.getByTestId('connect-status').getByText('Axis Europe').waitFor();
    await connect.getByTestId('allow-alerts').click();
    await expect.poll(gigabar.badge).toBe('.18');
    await log('connected: the badge shows the card that needs attention first', connect);

    await gigabar.pin('Axis Europe');
    await replayPastUsage(gigabar, seller, 'c_europe', days);
    await expect.poll(gigabar.badge).toBe('1.2');
    const laterPopup = await gigabar.open('popup.html');
    await laterPopup.setViewportSize({ width: 360, height: 600 });
    const usageStatus = (await laterPopup.getByTestId('verdict').textContent()) ?? '';
    await log(`pinned, two weeks later: “${usageStatus}”`, laterPopup);
    const historyOpened = gigabar.context.waitForEvent('page');
    await laterPopup.getByTestId('past-days').click();
    await laterPopup.getByTestId('history-link').click();
    const history = await historyOpened;
    await history.getByTestId('change-log').waitFor();
    await log('the history of those days', history);
    await history.close();
    await laterPopup.close();

    seller.use('c_europe', 390_000_000);
    await gigabar.fireAlarm();
    await expect.poll(gigabar.badge).toBe('.85');
    const popup = await gigabar.popup();
    await popup.setViewportSize({ width: 360, height: 600 });
    await popup.getByTestId('renew').waitFor();
    await log('390 MB later: the popup, with the plan to renew', popup);

    const checkoutOpened = gigabar.context.waitForEvent('page');
    await popup.getByTestId('renew').click();
    const checkout = await checkoutOpened;
    await checkout.getByTestId('summary').waitFor();
    await log('renewed in one click: the seller’s hosted checkout', checkout);
    await payOn(checkout, 'pay');
    await log('paid', checkout);
    await checkout.close();
    await popup.bringToFront();
    await expect
      .poll(async () => {
        await gigabar.fireAlarm();
        return popup.getByTestId('order').getAttribute('data-state');
      })
      .toBe('credited');
    await log('credited: the data has arrived', popup);

    // A sudden drop has to be confirmed by a second check.
    seller.setLeft('c_europe', 540_000_000);
    await gigabar.fireAlarm();
    await expect.poll(gigabar.badge).toBe('.54');
    await gigabar.fireAlarm();
    await expect
      .poll(async () => (await gigabar.notifications()).filter((id) => id.includes('c_europe')).length)
      .toBeGreaterThan(0);
    await log(`a threshold is crossed: ${(await gigabar.notifications()).length} alerts are shown`, popup);
  } finally {
    await gigabar.close();
    await seller.close();
  }
}
