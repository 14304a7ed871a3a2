import {
  addPage,
  awaitReading,
  expect,
  type Gigabar,
  letPass,
  ownRequests,
  test,
  visit,
} from '../support/pages/page-fixtures.ts';

/* Gigabar reads the page by itself: rarely, cheaply, and not where it is turned away. */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

test('hours later the badge shows the new figure by itself, for one small request with my cookie', async ({
  gigabar,
  site,
}) => {
  await addPage(gigabar, site);
  await letPass(gigabar, hourMs);
  const before = ownRequests(site).length;
  site.setLeft(2_100_000_000);
  await awaitReading(gigabar, site, 3 * hourMs);
  await expect.poll(gigabar.badge).toBe('2.1');
  expect(ownRequests(site)).toHaveLength(before + 1);
  const request = ownRequests(site).at(-1);
  expect(request).toMatchObject({ method: 'GET', hasCookie: true, status: 200 });
  expect(request?.bytesOut).toBeLessThan(20_000);
});

/** What the day has cost by Gigabar's own books. */
async function spentBytes(gigabar: Gigabar): Promise<number> {
  const [, reads] = Object.entries(await gigabar.stored()).find(([name]) => name.startsWith('page-reads:')) ?? [];
  return (reads as { spent: { bytes: number }[] }).spent.reduce((sum, { bytes }) => sum + bytes, 0);
}

test('a page of 120 KB is read twice a day at most, and what it costs is booked as the site sent it', async ({
  gigabar,
  site,
}) => {
  site.setWeight(120_000);
  await addPage(gigabar, site);
  for (let left = 2; left >= 1; left -= 0.25) {
    // A page that changes is read as often as any.
    site.setLeft(left * 1e9);
    await letPass(gigabar, 4 * hourMs);
  }
  const sent = ownRequests(site).reduce((sum, { bytesOut }) => sum + bytesOut, 0);
  expect(ownRequests(site)).toHaveLength(2);
  expect(sent).toBeLessThan(300_000);
  // Headers are not counted by the browser.
  expect(await spentBytes(gigabar)).toBeGreaterThan(sent - 2_000);
});

test('a page too heavy for its day is read when I visit, and never by itself', async ({ gigabar, site }) => {
  site.setWeight(400_000);
  await addPage(gigabar, site);
  const before = ownRequests(site).length;
  await letPass(gigabar, dayMs);
  expect(ownRequests(site)).toHaveLength(before);
  site.setLeft(2_100_000_000);
  await visit(site, gigabar);
  await expect.poll(gigabar.badge).toBe('2.1');
});

test('with nothing allowed for it a day, it is read on my visits alone', async ({ gigabar, site }) => {
  await addPage(gigabar, site);
  const settings = await gigabar.open('options.html');
  await settings.getByTestId('page-budget').selectOption('0');
  await expect(settings.getByTestId('reading-way')).toHaveText('Gigabar reads it whenever you have the page open.');
  const before = ownRequests(site).length;
  await letPass(gigabar, 2 * dayMs);
  expect(ownRequests(site)).toHaveLength(before);
});

for (const [what, turnAway] of [
  ['429', (site) => site.fail(429)],
  ['403', (site) => site.fail(403)],
  ['503', (site) => site.fail(503)],
  ['a question whether I am human', (site) => site.challenge(true, 200)],
] satisfies [string, (site: Parameters<typeof ownRequests>[0]) => void][]) {
  test(`turned away with ${what}, it does not ask again for a day, and the last figure stays`, async ({
    gigabar,
    site,
  }) => {
    await addPage(gigabar, site);
    turnAway(site);
    await awaitReading(gigabar, site, 4 * hourMs);
    const asked = ownRequests(site).length;
    await letPass(gigabar, 20 * hourMs);
    expect(ownRequests(site)).toHaveLength(asked);
    const popup = await gigabar.popup();
    await expect(popup.getByTestId('remaining')).toHaveText('2.75 GB');
    site.fail(null);
    site.setLeft(2_100_000_000);
    await awaitReading(gigabar, site, 8 * hourMs);
    await expect.poll(gigabar.badge).toBe('2.1');
  });
}

test('turned away three days in a row, it is read when I visit', async ({ gigabar, site }) => {
  await addPage(gigabar, site);
  site.fail(403);
  for (const _ of [1, 2, 3]) await awaitReading(gigabar, site, 28 * hourMs);
  const asked = ownRequests(site).length;
  for (const _ of [1, 2]) await letPass(gigabar, 28 * hourMs);
  expect(ownRequests(site)).toHaveLength(asked);
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('failure')).toContainText('The figure is read when you visit the page');
  site.fail(null);
  await visit(site, gigabar);
  await expect(popup.getByTestId('failure')).toHaveCount(0);
});
