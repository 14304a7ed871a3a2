import {
  addPage,
  awaitReading,
  expect,
  fillSignIn,
  type Gigabar,
  keepUpToDate,
  pickerShows,
  pickNumber,
  pressIcon,
  signInInstead,
  startPicking,
  test,
  visit,
} from '../support/pages/page-fixtures.ts';
import { accounts } from '../support/provider-mirrors.ts';

/* The page is another one than it was: never a wrong figure, and a way back. */

const hourMs = 3_600_000;

type Snapshot = { cards: { plans: { modules: { balance: { remainingBytes: number } }[] }[] }[] };

test('after a redesign the number is not where it was; I point at it again, and the history goes on', async ({
  gigabar,
  site,
}) => {
  await addPage(gigabar, site);
  site.setLeft(2_100_000_000);
  await awaitReading(gigabar, site, 4 * hourMs);
  await expect.poll(gigabar.badge).toBe('2.1');
  const before = await accounts(gigabar);

  site.redesign();
  const tab = await visit(site, gigabar);
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('failure')).toContainText('The number is not where it was');
  await expect(popup.getByTestId('remaining')).toHaveText('2.1 GB');
  await popup.close();

  const pressed = await pressIcon(gigabar, tab);
  await pressed.page.getByTestId('card-title').click();
  await pressed.page.getByTestId('pick-again').click();
  await pickerShows(tab);
  await pressed.detach();
  const setup = await pickNumber(gigabar, tab, '2.1 GB');
  await tab.close();
  await expect(setup.getByTestId('page-again')).toBeVisible();
  await expect(setup.getByTestId('page-reading')).toHaveText('2.1 GB left');
  await keepUpToDate(setup);
  site.setLeft(1_900_000_000);
  await awaitReading(gigabar, site, 4 * hourMs);
  await expect.poll(gigabar.badge).toBe('1.9');
  expect(await accounts(gigabar)).toEqual(before);
  const history = await gigabar.open('history.html');
  // 650 MB before it was pointed at again, and 200 after.
  await expect(history.getByTestId('history-summary')).toContainText('850 MB');
});

test('signed out everywhere, the badge says !, and the popup leads me to the page, where signing in heals it', async ({
  gigabar,
  site,
}) => {
  await addPage(gigabar, site);
  site.signEveryoneOut();
  await awaitReading(gigabar, site, 4 * hourMs);
  await expect.poll(gigabar.badge).toBe('!');
  const popup = await gigabar.popup();
  const failure = popup.getByTestId('failure');
  await expect(failure).toContainText(`Sign in to ${new URL(site.url).host} to see today’s figure.`);
  await expect(popup.getByTestId('remaining')).toHaveText('2.75 GB');
  site.setLeft(2_100_000_000);
  const opened = gigabar.context.waitForEvent('page');
  await popup.getByTestId('act').click();
  const tab = await opened;
  await fillSignIn(tab, 'anna');
  await expect.poll(gigabar.badge).toBe('2.1');
  await expect(failure).toHaveCount(0);
});

test('where Ben signs in his figure is never shown as mine, on a visit or by itself', async ({ gigabar, site }) => {
  await addPage(gigabar, site);
  const figures: string[] = [];
  const look = async () => figures.push(await gigabar.badge());
  const tab = await gigabar.context.newPage();
  await signInInstead(site, tab, 'ben');
  await expect(tab.getByText('6.4 GB')).toBeVisible();
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('card-question')).toBeVisible();
  await expect(popup.getByTestId('failure')).toContainText('another account');
  await look();
  await tab.close();
  await awaitReading(gigabar, site, 28 * hourMs);
  await look();
  await expect(popup.getByTestId('remaining')).toHaveText('2.75 GB');
  expect(figures.filter((figure) => /^6/.test(figure))).toEqual([]);
  expect(JSON.stringify(await gigabar.stored())).not.toContain('6400000000');
});

/** What is left on each card, as it is stored. */
async function leftBytes(gigabar: Gigabar): Promise<number[]> {
  const snapshots = Object.entries(await gigabar.stored()).filter(([name]) => name.startsWith('reading:'));
  return snapshots
    .flatMap(([, snapshot]) => (snapshot as Snapshot).cards)
    .flatMap(({ plans }) => plans.flatMap(({ modules }) => modules.map(({ balance }) => balance.remainingBytes)))
    .sort((a, b) => a - b);
}

test('Anna and Ben each have a card from the same page, and each visit is counted to whose page it shows', async ({
  gigabar,
  site,
}) => {
  await addPage(gigabar, site);
  const tab = await gigabar.context.newPage();
  await signInInstead(site, tab, 'ben');
  await startPicking(gigabar, tab);
  const setup = await pickNumber(gigabar, tab, '6.4 GB');
  await tab.goto(site.topUpUrl);
  await keepUpToDate(setup);
  expect(await leftBytes(gigabar)).toEqual([2_750_000_000, 6_400_000_000]);
  site.setLeft(2_100_000_000, 'anna');
  site.setLeft(5_200_000_000, 'ben');
  // Of one card there is one report a minute.
  await gigabar.setClock(2 * 60_000);
  await signInInstead(site, tab, 'anna');
  await expect.poll(() => leftBytes(gigabar)).toEqual([2_100_000_000, 6_400_000_000]);
  await gigabar.setClock(2 * 60_000);
  await signInInstead(site, tab, 'ben');
  await expect.poll(() => leftBytes(gigabar)).toEqual([2_100_000_000, 5_200_000_000]);
});
