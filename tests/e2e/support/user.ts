import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

/* What a user does on the pages. */

export const phones = { axis: '+46 70 000 00 01', nordic: '+46 70 000 00 02', world: '+46 70 000 00 03' };

/** One press, also while the address is still looked at. */
export async function pressConnect(connect: Page): Promise<void> {
  await connect.getByTestId('connect').click();
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

/** Pins the shown card to the toolbar, or unpins it, in its menu. */
export async function pressPin(popup: Page, isPinned: boolean): Promise<void> {
  await popup.getByTestId('card-title').click();
  await popup.getByTestId('pin').click();
  await expect(popup.getByTestId('pin')).toHaveAttribute('aria-checked', String(isPinned));
  await popup.keyboard.press('Escape');
}

/** Unfolds the plans in the popup, under one of their tabs. */
export async function showPlans(popup: Page, tab: 'daily' | 'weekly' | 'monthly' | 'all'): Promise<void> {
  const row = popup.getByTestId('other-plans');
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
  await popup.locator(`#tab-${tab}`).click();
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
