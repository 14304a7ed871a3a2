import { mkdirSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { openGigabar } from '../e2e/support/gigabar.ts';
import { livePast, measurePast, twoWeeks } from '../e2e/support/past-usage.ts';
import { payOn, phones, pressConnect, signIn } from '../e2e/support/user.ts';
import { startSeller } from '../sandbox/seller.ts';

/** The whole main job without a display: a line a step with the badge's text, and pictures of every page on the way. */
export async function journey(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const seller = await startSeller({ database: ':memory:', creditDelayMs: 1500 });
  const gigabar = await openGigabar();
  let step = 0;
  const tell = async (what: string, page?: Page) => {
    step += 1;
    const name = `${folder}/${step}.png`;
    if (page) await page.screenshot({ path: name });
    console.log(`${step}. [${(await gigabar.badge()) || ' '}] ${what}${page ? ` (${name})` : ''}`);
  };
  try {
    const [first, ...days] = twoWeeks;
    if (first) measurePast(seller, 'c_europe', first);
    const connect = await gigabar.open('connect.html');
    await connect.getByTestId('seller-address').fill(seller.url);
    await tell('the connect page, with the seller’s address', connect);
    const opened = gigabar.context.waitForEvent('page');
    await pressConnect(connect);
    const window = await opened;
    await window.getByTestId('phone').waitFor();
    await tell('the seller’s own sign-in page', window);
    await signIn(window, phones.axis);
    await connect.getByTestId('connect-status').getByText('Axis Europe').waitFor();
    await connect.getByTestId('allow-alerts').click();
    await expect.poll(gigabar.badge).toBe('.18');
    await tell('connected: the badge shows the card that needs attention first', connect);

    await gigabar.pin('Axis Europe');
    await livePast(gigabar, seller, 'c_europe', days);
    await expect.poll(gigabar.badge).toBe('1.2');
    const looking = await gigabar.open('popup.html');
    await looking.setViewportSize({ width: 360, height: 600 });
    const verdict = (await looking.getByTestId('verdict').textContent()) ?? '';
    await tell(`pinned, two weeks later: “${verdict}”`, looking);
    const past = gigabar.context.waitForEvent('page');
    await looking.getByTestId('history-link').click();
    const history = await past;
    await history.getByTestId('change-log').waitFor();
    await tell('the history of those days', history);
    await history.close();
    await looking.close();

    seller.use('c_europe', 390_000_000);
    await gigabar.wake();
    await expect.poll(gigabar.badge).toBe('.85');
    const popup = await gigabar.popup();
    await popup.setViewportSize({ width: 360, height: 600 });
    await popup.getByTestId('renew').waitFor();
    await tell('390 MB later: the popup, with the plan to renew', popup);

    const paying = gigabar.context.waitForEvent('page');
    await popup.getByTestId('renew').click();
    const checkout = await paying;
    await checkout.getByTestId('summary').waitFor();
    await tell('renewed in one click: the seller’s hosted checkout', checkout);
    await payOn(checkout, 'pay');
    await tell('paid', checkout);
    await checkout.close();
    await popup.bringToFront();
    await expect
      .poll(async () => {
        await gigabar.wake();
        return popup.getByTestId('order').getAttribute('data-state');
      })
      .toBe('credited');
    await tell('credited: the data has arrived', popup);

    // A drop that sudden is believed once a second answer says the same.
    seller.setLeft('c_europe', 540_000_000);
    await gigabar.wake();
    await expect.poll(gigabar.badge).toBe('.54');
    await gigabar.wake();
    await expect
      .poll(async () => (await gigabar.notices()).filter((id) => id.includes('c_europe')).length)
      .toBeGreaterThan(0);
    await tell(`a threshold is crossed: ${(await gigabar.notices()).length} alerts are shown`, popup);
  } finally {
    await gigabar.close();
    await seller.close();
  }
}
