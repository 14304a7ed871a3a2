import { addPage, expect, letPass, ownRequests, test, visit } from '../support/pages/page-fixtures.ts';
import { shownBadge } from '../support/window-controls.ts';

/* Whenever the person has the page open, it is read. */

declare const chrome: { runtime: { reload: () => void } };

test('I open my account page, and the badge shows its new figure', async ({ gigabar, site }) => {
  await addPage(gigabar, site);
  const readings = ownRequests(site).length;
  site.setLeft(2_100_000_000);
  await visit(site, gigabar);
  await expect.poll(gigabar.badge).toBe('2.1');
  expect(ownRequests(site)).toHaveLength(readings);
});

test('after a reload of the extension, as at its updates, my next visit is read', async ({ gigabar, site }) => {
  await addPage(gigabar, site);
  const restarted = gigabar.context.waitForEvent('serviceworker');
  // The page that asks for it is closed by it, so it must not be waited for.
  await gigabar.probe.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
  await restarted;
  site.setLeft(2_100_000_000);
  await visit(site, gigabar);
  await expect.poll(() => shownBadge(gigabar)).toBe('2.1');
});

test.describe('a site that is drawn by a script', () => {
  test.use({ siteOptions: { kind: 'script-drawn' } });

  test('is read on visits, also where only the address changes, and not by itself', async ({ gigabar, site }) => {
    await addPage(gigabar, site, '2.75');
    await expect.poll(gigabar.badge).toBe('2.7');
    const readings = ownRequests(site).length;
    await letPass(gigabar, 5 * 3_600_000);
    expect(ownRequests(site)).toHaveLength(readings);

    site.setLeft(2_100_000_000);
    const tab = await gigabar.context.newPage();
    await tab.goto(site.topUpUrl);
    await tab.getByRole('navigation').getByRole('link', { name: 'My account' }).click();
    await expect.poll(gigabar.badge).toBe('2.1');
    await expect(tab).toHaveURL(site.accountUrl);
  });
});
