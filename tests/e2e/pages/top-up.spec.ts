import type { Page } from '@playwright/test';
import { alertKinds } from '../support/checks.ts';
import { addPage, expect, type Gigabar, letPass, test, visit } from '../support/pages/page-fixtures.ts';

/* Data is used, warned of, and topped up on the seller's own page; the balance proves it. */

const minuteMs = 60_000;

async function allowAlerts(gigabar: Gigabar): Promise<void> {
  const settings = await gigabar.open('options.html');
  await settings.getByTestId('allow-alerts').click();
  await expect(settings.getByTestId('allow-alerts')).toHaveCount(0);
  await settings.close();
}

/** Presses Renew in the popup; returns the page that opens. */
async function renew(gigabar: Gigabar, popup: Page): Promise<Page> {
  const opened = gigabar.context.waitForEvent('page');
  await popup.getByTestId('renew-at-page').click();
  return opened;
}

async function pay(topUp: Page): Promise<void> {
  await topUp.getByTestId('choose-small').click();
  await topUp.getByTestId('pay').click();
  await expect(topUp.getByRole('heading', { name: 'Paid' })).toBeVisible();
}

test('under 20 % I am warned, as of any other card', async ({ gigabar, site }) => {
  await addPage(gigabar, site);
  await allowAlerts(gigabar);
  site.use(900_000_000);
  await visit(site, gigabar);
  await expect.poll(gigabar.badge).toBe('1.8');
  await expect.poll(() => alertKinds(gigabar, '/')).toEqual(['20%']);
});

test.describe('the seller credits at once', () => {
  test.use({ siteOptions: { kind: 'rendered', creditDelayMs: 0 } });

  test('Renew opens the seller’s top-up page; back on my account page the balance proves what I paid', async ({
    gigabar,
    site,
  }) => {
    await addPage(gigabar, site);
    const popup = await gigabar.popup();
    const topUp = await renew(gigabar, popup);
    await expect(topUp).toHaveURL(site.topUpUrl);
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
    await pay(topUp);
    await topUp.getByRole('link', { name: 'My account' }).first().click();
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
    await expect.poll(gigabar.badge).toBe('7.7');
  });
});

test.describe('I have entered what I usually buy there', () => {
  test.use({ siteOptions: { kind: 'rendered', creditDelayMs: 0 } });

  test('Renew names it as mine, the order carries it, and that it came is told by the balance alone', async ({
    gigabar,
    site,
  }) => {
    await addPage(gigabar, site);
    const settings = await gigabar.open('options.html');
    await settings.getByTestId('usual-purchase').locator('summary').click();
    await settings.getByTestId('field-plan').fill('Monthly');
    await settings.getByTestId('field-amount').fill('10');
    await settings.getByTestId('field-price').fill('9,90');
    await settings.getByTestId('field-price-unit').fill('eur');
    await settings.getByTestId('save-usual').click();
    await expect(settings.getByTestId('usual-status')).toHaveText('Saved.');
    await expect(settings.getByTestId('usual-entered')).toContainText('Monthly · 10 GB · €9.90');
    await settings.close();
    const popup = await gigabar.popup();
    await expect(popup.getByTestId('renew-at-page')).toContainText('Renew Monthly · 10 GB');
    await expect(popup.getByTestId('renew-at-page')).toContainText('€9.90');
    await expect(popup.getByText('As you entered it. The page may say otherwise.')).toBeVisible();
    const topUp = await renew(gigabar, popup);
    await expect(popup.getByTestId('order-facts')).toContainText('Monthly · 10 GB · €9.90, as you entered it');
    // It has 5 GB.
    await pay(topUp);
    await topUp.getByRole('link', { name: 'My account' }).first().click();
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
    await expect(popup.getByTestId('order-state')).toHaveText('What you bought has arrived.');
    await expect.poll(gigabar.badge).toBe('7.7');
    const history = await gigabar.open('history.html');
    await expect(history.getByTestId('order-row')).toContainText('Monthly · 10 GB · €9.90, as you entered it');
  });
});

test.describe('the seller credits later', () => {
  test.use({ siteOptions: { kind: 'rendered', creditDelayMs: 'never' } });

  test('with the top-up page closed, the page is read some minutes later, and the order ends with the credit', async ({
    gigabar,
    site,
  }) => {
    await addPage(gigabar, site);
    const popup = await gigabar.popup();
    const topUp = await renew(gigabar, popup);
    await pay(topUp);
    await topUp.close();
    await letPass(gigabar, 3 * minuteMs);
    expect(await gigabar.badge()).toBe('2.7');
    site.creditNow();
    await letPass(gigabar, 3 * minuteMs);
    await expect.poll(gigabar.badge).toBe('7.7');
    await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  });
});
