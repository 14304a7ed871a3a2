import type { Page } from '@playwright/test';
import type { Website } from '../../sandbox/websites/types.ts';
import {
  clickOnPage,
  expect,
  type Gigabar,
  keepUpToDate,
  pickerIsGone,
  pickerShows,
  pickNumber,
  sheetText,
  signInAt,
  startPicking,
  test,
} from '../support/pages/page-fixtures.ts';

/* After the number the end, or the total, is pointed at on the same page. */

declare const chrome: { tabs: { query: (o: object) => Promise<{ url?: string }[]> } };

type Snapshot = { cards: { plans: { modules: { expiresAt: number | null }[] }[] }[] };

/** Ahead of every clock, and no further than what is taken for an end. */
const year = new Date().getFullYear() + 1;
const found = '[data-testid=ask-end] label span';

/** The account page says two dates, in blocks of their own and in words that mean no end. */
async function replaceDates(tab: Page): Promise<void> {
  await tab.evaluate((next) => {
    const block = (title: string, label: string, date: string) =>
      `<section><h2>${title}</h2><p>${label}</p><p>${date}</p></section>`;
    const blocks = block('Contract', 'Runs out', `21 June ${next}`) + block('Bills', 'Next one', `03/04/${next}`);
    document.querySelector('main')?.insertAdjacentHTML('beforeend', blocks);
    for (const until of document.querySelectorAll('.bundle-until')) until.remove();
  }, year);
}

/** The number is picked; the page has other dates than its end. */
async function pickWithoutEnd(gigabar: Gigabar, site: Website): Promise<{ tab: Page; setup: Page }> {
  const tab = await signInAt(site, gigabar);
  await replaceDates(tab);
  await startPicking(gigabar, tab);
  return { tab, setup: await pickNumber(gigabar, tab, '2.75 GB') };
}

async function savedEnd(gigabar: Gigabar): Promise<string | null> {
  const [, snapshot] = Object.entries(await gigabar.stored()).find(([name]) => name.startsWith('reading:')) ?? [];
  const at = (snapshot as Snapshot | undefined)?.cards[0]?.plans[0]?.modules[0]?.expiresAt ?? null;
  return at === null ? null : new Date(at - 1).toDateString();
}

/** Which of the two is the tab in front: the seller's page, or Gigabar's own. */
const isInFront = ({ probe }: Gigabar, which: 'account' | 'connect.html') =>
  expect
    .poll(() => probe.evaluate(async () => (await chrome.tabs.query({ active: true })).map(({ url }) => url).join()))
    .toMatch(new RegExp(`/${which.replace('.', '\\.')}(\\?[^,]*)?$`));

test('I point at the date it ends, and the card has that end', async ({ gigabar, site }) => {
  const { tab, setup } = await pickWithoutEnd(gigabar, site);
  await expect(setup.getByTestId('page-end')).toContainText('not told');
  await setup.getByTestId('point-end').click();
  await pickerShows(tab);
  await isInFront(gigabar, 'account');
  expect(await sheetText(tab)).toContain('Click the date it ends');
  await clickOnPage(tab, '2.75 GB');
  await expect.poll(() => sheetText(tab)).toContain('That is no date.');
  await clickOnPage(tab, `21 June ${year}`);
  await pickerIsGone(tab);
  await isInFront(gigabar, 'connect.html');
  await expect(setup.locator(found).first()).toHaveText(new RegExp(`21 Jun ${year} \\(pointed at\\)$`));
  await keepUpToDate(setup);
  expect(await savedEnd(gigabar)).toBe(new Date(year, 5, 21).toDateString());
});

test('a day that I point at and that is one of two is asked about, with the worker ended in between', async ({
  gigabar,
  site,
}) => {
  const { tab, setup } = await pickWithoutEnd(gigabar, site);
  await gigabar.killWorker();
  await setup.getByTestId('point-end').click();
  await pickerShows(tab);
  await isInFront(gigabar, 'account');
  await gigabar.killWorker();
  await clickOnPage(tab, `03/04/${year}`);
  await isInFront(gigabar, 'connect.html');
  const choices = setup.locator(found);
  await expect(choices).toHaveText([/3 Apr.*pointed at/, /4 Mar.*pointed at/, 'Another day', 'The page does not say']);
  await setup.getByTestId('page-when-pressed').click();
  await expect(setup.getByTestId('page-notice')).toContainText('Answer what is marked first');
  await choices.nth(1).click();
  await keepUpToDate(setup);
  expect(await savedEnd(gigabar)).toBe(new Date(year, 2, 4).toDateString());
});

test('the likeliest date is marked at once, and with the keyboard alone Enter takes it', async ({ gigabar, site }) => {
  const tab = await signInAt(site, gigabar);
  await startPicking(gigabar, tab);
  const setup = await pickNumber(gigabar, tab, '2.75 GB');
  const end = await setup.getByTestId('page-end').textContent();
  await setup.getByTestId('change-end').press('Enter');
  // The question takes the focus when it is there.
  await expect(setup.locator('[data-testid=ask-end] input').first()).toBeFocused();
  await setup.getByTestId('point-end').press('Enter');
  await pickerShows(tab);
  await tab.keyboard.press('Enter');
  await isInFront(gigabar, 'connect.html');
  const pointed = await setup.locator(found).first().textContent();
  expect(end).toContain(pointed?.replace(' (pointed at)', ''));
});

test('the total can be pointed at, too', async ({ gigabar, site }) => {
  const tab = await signInAt(site, gigabar);
  await startPicking(gigabar, tab);
  const setup = await pickNumber(gigabar, tab, '2.75 GB');
  await setup.getByTestId('change-total').click();
  await setup.getByTestId('point-total').click();
  await pickerShows(tab);
  expect(await sheetText(tab)).toContain('Click the total');
  await tab.keyboard.press('Enter');
  await isInFront(gigabar, 'connect.html');
  await expect(setup.locator('[data-testid=ask-total] label span').first()).toHaveText('10 GB (pointed at)');
});

test('Escape goes back to the set-up, where all is as it was', async ({ gigabar, site }) => {
  const { tab, setup } = await pickWithoutEnd(gigabar, site);
  await setup.getByTestId('point-end').click();
  await pickerShows(tab);
  await tab.keyboard.press('Escape');
  await pickerIsGone(tab);
  await isInFront(gigabar, 'connect.html');
  await expect(setup.getByTestId('page-end')).toContainText('not told');
  await keepUpToDate(setup);
  expect(await savedEnd(gigabar)).toBeNull();
});

test('where the set-up was closed meanwhile, it is opened again with the date', async ({ gigabar, site }) => {
  const { tab, setup } = await pickWithoutEnd(gigabar, site);
  await setup.getByTestId('point-end').click();
  await pickerShows(tab);
  await setup.close();
  const again = await pickNumber(gigabar, tab, `21 June ${year}`);
  await expect(again.locator(found).first()).toContainText('(pointed at)');
  await expect(again.getByTestId('page-reading')).toHaveText('2.75 GB left');
});

test.describe('it says what to do, and nothing is lost, where the page', () => {
  const leave: [string, (tab: Page, helpUrl: string) => Promise<unknown>][] = [
    ['was closed', (tab) => tab.close()],
    ['was left for another of its site', (tab, helpUrl) => tab.goto(helpUrl)],
  ];
  for (const [how, change] of leave) {
    test(how, async ({ gigabar, site }) => {
      const { tab, setup } = await pickWithoutEnd(gigabar, site);
      await change(tab, `${site.url}/help`);
      await setup.bringToFront();
      await setup.getByTestId('point-end').click();
      await expect(setup.getByTestId('cannot-point-end')).toContainText('cannot look at that page any more');
      await keepUpToDate(setup);
      await expect.poll(gigabar.badge).toBe('2.7');
    });
  }
});
