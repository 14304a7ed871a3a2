import type { Page } from '@playwright/test';
import {
  clickOnPage,
  expect,
  fillSignIn,
  grantedOrigins,
  keepUpToDate,
  pickerIsGone,
  pickerShows,
  pickNumber,
  pressIcon,
  readerSites,
  sheetText,
  signInAt,
  startPicking,
  test,
} from '../support/pages/page-fixtures.ts';

/* A seller with nothing but a website: its number is pointed at once. */

test('I press the icon on my account page, click the number, keep it up to date, and have it on the badge', async ({
  gigabar,
  site,
}) => {
  const tab = await signInAt(site, gigabar);
  const { page: popup, detach } = await pressIcon(gigabar, tab);
  await popup.getByTestId('read-page').click();
  await pickerShows(tab);
  await detach();
  expect(await sheetText(tab)).toContain('Click the number that is left');
  const setup = await pickNumber(gigabar, tab, '2.75 GB of 10 GB');
  await pickerIsGone(tab);
  await expect(setup.getByTestId('page-reading')).toHaveText('2.75 GB left');
  await expect(setup.getByTestId('page-total')).toContainText('10 GB');
  await expect(setup.getByText('anna@mail.example')).toBeVisible();
  expect(await grantedOrigins(gigabar)).toEqual([]);
  await keepUpToDate(setup);
  await expect(setup.getByTestId('reading-way')).toContainText('by itself about 6 times a day');
  expect(await grantedOrigins(gigabar)).toEqual(['http://127.0.0.1/*']);
  expect(await readerSites(gigabar)).toEqual(['http://127.0.0.1/*']);
  await expect.poll(gigabar.badge).toBe('2.7');
  await expect.poll(gigabar.tooltip).toContain('2.75 GB of 10 GB left');
});

test('with the keyboard alone, Enter takes the best guess', async ({ gigabar, site }) => {
  const tab = await signInAt(site, gigabar);
  await startPicking(gigabar, tab);
  const opened = gigabar.context.waitForEvent('page');
  await tab.keyboard.press('Enter');
  const setup = await opened;
  await expect(setup.getByTestId('page-reading')).toHaveText('2.75 GB left');
  await setup.getByTestId('page-keep').press('Enter');
  await expect.poll(gigabar.badge).toBe('2.7');
});

/** What the page's own elements, and the scripts that listen on them, notice of the person. */
async function listenOnPage(tab: Page): Promise<() => Promise<string[]>> {
  await tab.evaluate(() => {
    const seen: string[] = [];
    const types = 'pointerdown pointerup mousedown mouseup click dblclick contextmenu keydown keyup keypress'.split(
      ' ',
    );
    const listen = (target: EventTarget) => {
      for (const type of types) target.addEventListener(type, () => seen.push(type), true);
    };
    for (const target of [document, ...document.querySelectorAll('body, body *')]) listen(target);
    Object.assign(window, { seen });
  });
  return () => tab.evaluate(() => (window as unknown as { seen: string[] }).seen.splice(0));
}

test('while I point nothing of the page is pressed: its links lead nowhere, its scripts see nothing', async ({
  gigabar,
  site,
}) => {
  const tab = await signInAt(site, gigabar);
  const seen = await listenOnPage(tab);
  await clickOnPage(tab, 'My plan');
  expect(await seen()).toContain('click');
  await startPicking(gigabar, tab);
  await clickOnPage(tab, 'Help');
  await expect.poll(() => sheetText(tab)).toContain('That is no amount of data');
  await clickOnPage(tab, 'Sign out');
  await tab.keyboard.press('a');
  await tab.mouse.dblclick(5, 5);
  expect(await seen()).toEqual([]);
  await expect(tab).toHaveURL(site.accountUrl);
  await tab.keyboard.press('Escape');
  await pickerIsGone(tab);
  await clickOnPage(tab, 'My plan');
  expect(await seen()).toContain('click');
});

test('of a page that asks for a password nothing is picked', async ({ gigabar, site }) => {
  const tab = await gigabar.context.newPage();
  await tab.goto(site.accountUrl);
  await startPicking(gigabar, tab);
  await expect.poll(() => sheetText(tab)).toContain('password');
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Escape');
  await pickerIsGone(tab);
  await fillSignIn(tab, 'anna');
  await expect(tab).toHaveURL(site.accountUrl);
});
