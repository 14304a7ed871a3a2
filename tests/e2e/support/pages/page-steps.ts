import type { Page } from '@playwright/test';
import type { UserName, Website } from '../../../sandbox/websites/types.ts';
import { expect } from '../expect.ts';
import type { Gigabar } from '../gigabar.ts';
import { pressIcon } from '../toolbar-popup.ts';
import { clickOnPage, pickerIsGone, pickerShows } from './picker.ts';

/* What a person does with a seller's page and Gigabar. */

/** Opens the account page in a tab and signs in there. */
export async function signInAt(site: Website, gigabar: Gigabar, user: UserName = 'anna'): Promise<Page> {
  const tab = await gigabar.context.newPage();
  await tab.goto(site.accountUrl);
  await fillSignIn(tab, user);
  await expect(tab).toHaveURL(site.accountUrl);
  return tab;
}

export async function fillSignIn(tab: Page, user: UserName): Promise<void> {
  await tab.getByTestId('user-name').fill(user);
  await tab.getByTestId('password').fill('sandbox');
  await tab.getByTestId('sign-in').click();
}

/** Presses "Read what is left from this page", of the popup or of the menu of its cards. */
export async function startPicking(gigabar: Gigabar, tab: Page): Promise<void> {
  const { page, detach } = await pressIcon(gigabar, tab);
  const menu = page.getByTestId('card-title');
  const offer = page.getByTestId('read-page');
  await expect(menu.or(offer)).toBeVisible();
  if (await menu.isVisible()) await menu.click();
  await offer.click();
  await pickerShows(tab);
  await detach();
}

/** The number is clicked; Gigabar's own tab comes to the front, and the picker ends once no double click can follow. */
export async function pickNumber(gigabar: Gigabar, tab: Page, number: string): Promise<Page> {
  const opened = gigabar.context.waitForEvent('page');
  await clickOnPage(tab, number);
  const setup = await opened;
  await pickerIsGone(tab);
  return setup;
}

/** "Keep it up to date". The browser grants the site without its prompt, which tests cannot operate. */
export async function keepUpToDate(setup: Page): Promise<void> {
  await setup.getByTestId('page-keep').click();
  await expect(setup.getByTestId('reading-way')).toBeVisible();
}

/** From the account page to a card that is kept up to date, all tabs closed: the page would be read as long as it is open. */
export async function addPage(gigabar: Gigabar, site: Website, number = '2.75 GB'): Promise<void> {
  const tab = await signInAt(site, gigabar);
  await startPicking(gigabar, tab);
  const setup = await pickNumber(gigabar, tab, number);
  await tab.close();
  await keepUpToDate(setup);
  await setup.close();
}

/** Signs out and in as somebody else, without a look at the account page in between. */
export async function signInInstead(site: Website, tab: Page, user: UserName): Promise<void> {
  await tab.goto(site.topUpUrl);
  await tab.getByTestId('sign-out').click();
  await tab.goto(site.accountUrl);
  await fillSignIn(tab, user);
}

/** Opens the account page. Who is signed out is led to the sign-in page. */
export async function visit(site: Website, gigabar: Gigabar): Promise<Page> {
  const tab = await gigabar.context.newPage();
  await tab.goto(site.accountUrl);
  return tab;
}
