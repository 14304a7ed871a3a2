import { loopbackGrant } from '../support/chromium.ts';
import {
  addPage,
  expect,
  fillSignIn,
  grantedOrigins,
  letPass,
  ownRequests,
  pickNumber,
  pressIcon,
  readerSites,
  revokeSites,
  signInAt,
  startPicking,
  test,
  visit,
} from '../support/pages/page-fixtures.ts';
import { accountValues, signOut } from '../support/sign-out.ts';
import { attachToPopup } from '../support/toolbar-popup.ts';

/* What Gigabar may do on a seller's site, and what it does without. */

const hourMs = 3_600_000;

declare const chrome: { windows: { create: (o: { incognito: boolean; url: string }) => Promise<unknown> } };

test('“Only when I press” needs no permission at any time: the press on the icon reads the page', async ({
  gigabar,
  site,
}) => {
  const tab = await signInAt(site, gigabar);
  await startPicking(gigabar, tab);
  const setup = await pickNumber(gigabar, tab, '2.75 GB');
  await setup.getByTestId('page-when-pressed').click();
  await expect(setup.getByTestId('reading-way')).toContainText('when you press its icon');
  await setup.close();
  await expect.poll(gigabar.badge).toBe('2.7');
  site.setLeft(2_100_000_000);
  await letPass(gigabar, 5 * hourMs);
  await tab.reload();
  const { page: popup, detach } = await pressIcon(gigabar, tab);
  await expect(popup.getByTestId('remaining')).toHaveText('2.1 GB');
  await expect(popup.getByTestId('failure')).toHaveCount(0);
  await detach();
  await expect.poll(gigabar.badge).toBe('2.1');
  expect(await grantedOrigins(gigabar)).toEqual([]);
  expect(await readerSites(gigabar)).toEqual([]);
  expect(ownRequests(site)).toEqual([]);
});

test('a permission taken back in the browser is said, the figure stays, and Allow heals it', async ({
  gigabar,
  site,
}) => {
  await addPage(gigabar, site);
  await revokeSites(gigabar);
  const popup = await gigabar.popup();
  const failure = popup.getByTestId('failure');
  await expect(failure).toContainText('Gigabar may not read 127.0.0.1');
  await expect(popup.getByTestId('remaining')).toHaveText('2.75 GB');
  await expect.poll(() => readerSites(gigabar)).toEqual([]);
  await popup.getByRole('button', { name: 'Allow' }).click();
  await expect(failure).toHaveCount(0);
  await expect.poll(() => readerSites(gigabar)).toEqual(['http://127.0.0.1/*']);
  site.setLeft(2_100_000_000);
  await visit(site, gigabar);
  await expect.poll(gigabar.badge).toBe('2.1');
});

test('signing out takes away script, permission and all that was kept of the page', async ({ gigabar, site }) => {
  await addPage(gigabar, site);
  await visit(site, gigabar);
  await signOut(gigabar);
  expect(await accountValues(gigabar)).toEqual([]);
  expect(await grantedOrigins(gigabar)).toEqual([]);
  expect(await readerSites(gigabar)).toEqual([]);
  expect(JSON.stringify(await gigabar.stored())).not.toContain(new URL(site.url).port);
});

test.describe('allowed in private windows', () => {
  test.use({ grant: { ...loopbackGrant, privateWindows: true } });

  test('in a private window nothing is offered and nothing read', async ({ gigabar, site }) => {
    await addPage(gigabar, site);
    await gigabar.probe.evaluate((url) => chrome.windows.create({ incognito: true, url }), site.accountUrl);
    const { page: tab, detach } = await attachToPopup(gigabar.profile, site.url);
    await fillSignIn(tab, 'anna');
    await expect(tab.getByText('2.75 GB')).toBeVisible();
    const popup = await pressIcon(gigabar, tab);
    await popup.page.getByTestId('card-title').click();
    await expect(popup.page.getByTestId('add-card')).toBeVisible();
    await expect(popup.page.getByTestId('read-page')).toHaveCount(0);
    await popup.detach();
    site.setLeft(2_300_000_000);
    await tab.reload();
    await expect(tab.getByText('2.3 GB')).toBeVisible();
    await tab.close();
    await detach();
    // Had the private one been read, this visit would come too early to be taken.
    site.setLeft(2_100_000_000);
    await visit(site, gigabar);
    await expect.poll(gigabar.badge).not.toBe('2.7');
    expect(await gigabar.badge()).toBe('2.1');
  });
});
