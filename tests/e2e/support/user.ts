import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

/* What a user does on the pages. */

export const phones = { axis: '+46 70 000 00 01', nordic: '+46 70 000 00 02' };

/** The first click explains the permission, the second requests it; if it is granted already, one click is enough. */
export async function pressConnect(connect: Page): Promise<void> {
  const button = connect.getByTestId('connect');
  await button.click();
  const status = connect.getByTestId('connect-status');
  await expect(status).not.toBeEmpty();
  if (await status.getByText(/again/i).isVisible()) await button.click();
}

export async function signIn(window: Page, phone: string): Promise<void> {
  await window.getByTestId('phone').fill(phone);
  await window.getByTestId('send-code').click();
  const code = (await window.getByTestId('code-shown').textContent())?.match(/\d{6}/)?.[0] ?? '';
  await window.getByTestId('code').fill(code);
  await window.getByTestId('sign-in').click();
}

/** Chooses a card in the popup's menu. */
export async function chooseCard(popup: Page, card: string): Promise<void> {
  await popup.getByTestId('card-title').click();
  await popup.getByRole('menuitemradio', { name: card }).click();
  await expect(popup.getByTestId('card-title')).toHaveText(card);
}

/** Pays on the seller's checkout page, is declined or cancels. */
export async function payOn(
  page: Page,
  outcome: 'pay' | 'decline' | 'cancel',
  method: 'card' | 'paypal' | 'wallet' = 'card',
): Promise<void> {
  if (outcome === 'cancel') {
    await page.getByTestId('cancel').click();
    return expect(page.getByTestId('result')).toBeVisible();
  }
  await page
    .getByTestId('pay-method')
    .and(page.locator(`[value=${method}]`))
    .check();
  await page.getByTestId('continue').click();
  const code = (await page.getByTestId('verification-shown').textContent())?.match(/\d{4,8}/)?.[0] ?? '';
  await page.getByTestId('verification').fill(code);
  await page.getByTestId(outcome).click();
  // After a decline, the page offers to try again.
  await expect(page.getByTestId(outcome === 'decline' ? 'continue' : 'result')).toBeVisible();
}
