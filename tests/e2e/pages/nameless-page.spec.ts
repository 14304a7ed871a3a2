import type { Website } from '../../sandbox/websites/types.ts';
import {
  expect,
  type Gigabar,
  keepUpToDate,
  pickNumber,
  signInAt,
  startPicking,
  test,
  visit,
} from '../support/pages/page-fixtures.ts';

/* A page that names nobody: whose figure it shows after a jump, only the person knows. */

/** A card from an account page without its greeting and without the name in its header. */
async function addNamelessPage(gigabar: Gigabar, site: Website): Promise<void> {
  await gigabar.context.route(site.accountUrl, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    const page = (await response.text())
      .replace(/<span id="identity">[^<]*</, '<span id="identity"><')
      .replace(/<h1>[^<]*</, '<h1>My account<');
    await route.fulfill({ response, body: page });
  });
  const tab = await signInAt(site, gigabar);
  // Where a request is led on to, the browser does not ask the test.
  await tab.reload();
  await startPicking(gigabar, tab);
  const setup = await pickNumber(gigabar, tab, '2.75 GB');
  await expect(setup.getByText('This page does not say whose figures it shows.')).toBeVisible();
  await tab.close();
  await keepUpToDate(setup);
  await setup.close();
}

/** When the page last said anything. */
async function readAt(gigabar: Gigabar): Promise<number> {
  const [, reads] = Object.entries(await gigabar.stored()).find(([name]) => name.startsWith('page-reads:')) ?? [];
  return (reads as { lastRead: { at: number } }).lastRead.at;
}

test('a jump that nothing explains waits, however often the page says it, until I say that it is my card', async ({
  gigabar,
  site,
}) => {
  await addNamelessPage(gigabar, site);
  await expect.poll(gigabar.badge).toBe('2.7');
  site.setLeft(8_000_000_000);
  const tab = await visit(site, gigabar);
  const popup = await gigabar.popup();
  const question = popup.getByTestId('card-question');
  await expect(question).toContainText('now says 8 GB, after 2.75 GB');
  await gigabar.setClock(2 * 60_000);
  const before = await readAt(gigabar);
  await tab.reload();
  await expect.poll(() => readAt(gigabar)).toBeGreaterThan(before);
  await gigabar.waitForWorker();
  expect(await gigabar.badge()).toBe('2.7');
  await popup.getByTestId('same-card').click();
  await expect.poll(gigabar.badge).toBe('8.0');
  await expect(question).toHaveCount(0);
  await expect(popup.getByTestId('remaining')).toHaveText('8 GB');
});

test('said to be another card, its figure is dropped, and mine stays', async ({ gigabar, site }) => {
  await addNamelessPage(gigabar, site);
  site.setLeft(8_000_000_000);
  await visit(site, gigabar);
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('card-question')).toContainText('now says 8 GB');
  await popup.getByTestId('another-card').click();
  await expect(popup.getByTestId('failure')).toContainText('another account');
  await expect(popup.getByTestId('remaining')).toHaveText('2.75 GB');
  expect(await gigabar.badge()).toBe('2.7');
});
