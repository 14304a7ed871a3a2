import {
  answerPermission,
  endBackground,
  expect,
  grantedOrigins,
  keepUpToDate,
  letPass,
  ownRequests,
  pickNumber,
  press,
  pressInPopup,
  revokeSites,
  signInAt,
  test,
  text,
  visit,
} from '../support/pages/firefox-pages.ts';

/* A seller's own page from the first press on, with Firefox's own questions answered in its own window. */

const hourMs = 3_600_000;

test('I point at the number, and it is on the badge, on visits and by itself; a no to the browser is no', async ({
  gigabar,
  site,
}) => {
  expect(await grantedOrigins(gigabar)).toEqual([]);
  const tab = await signInAt(site, gigabar, 'anna');
  await pressInPopup(gigabar, tab, ['read-page']);
  const setup = await pickNumber(gigabar, tab, '2.75 GB');
  await expect.poll(() => text(setup, 'page-reading')).toBe('2.75 GB left');
  // As long as it is open it would be read.
  await tab.close();
  await keepUpToDate(gigabar, setup, false);
  expect(await text(setup, 'page-notice')).toContain('Without that permission');
  expect(await grantedOrigins(gigabar)).toEqual([]);
  await keepUpToDate(gigabar, setup, true);
  await expect.poll(gigabar.badge).toBe('2.7');
  await setup.close();

  await endBackground(gigabar.firefox);
  site.setLeft(2_100_000_000);
  await visit(site, gigabar);
  await expect.poll(gigabar.badge).toBe('2.1');

  await endBackground(gigabar.firefox);
  const before = ownRequests(site).length;
  site.setLeft(1_500_000_000);
  await letPass(gigabar, 4 * hourMs);
  await expect.poll(gigabar.badge).toBe('1.5');
  expect(ownRequests(site).slice(before)).toMatchObject([{ method: 'GET', hasCookie: true, status: 200 }]);
});

test('redesigned it is pointed at again; signed out and forbidden it is said, and healed where I am led to', async ({
  gigabar,
  site,
}) => {
  const tab = await signInAt(site, gigabar, 'anna');
  await pressInPopup(gigabar, tab, ['read-page']);
  const setup = await pickNumber(gigabar, tab, '2.75 GB');
  await tab.close();
  await keepUpToDate(gigabar, setup, true);
  await expect.poll(gigabar.badge).toBe('2.7');
  await setup.close();

  site.redesign();
  const changed = await visit(site, gigabar);
  const popup = await gigabar.open('popup.html');
  await expect.poll(() => text(popup, 'failure')).toContain('The number is not where it was');
  expect(await text(popup, 'remaining')).toBe('2.75 GB');
  await pressInPopup(gigabar, changed, ['card-title', 'pick-again']);
  const again = await pickNumber(gigabar, changed, '2.75 GB');
  await changed.close();
  await press(again, 'page-keep');
  await expect.poll(() => text(again, 'reading-way')).not.toBe('');
  await again.close();
  await expect.poll(() => text(popup, 'failure')).toBe('');
  site.setLeft(2_100_000_000);
  await letPass(gigabar, 4 * hourMs);
  await expect.poll(gigabar.badge).toBe('2.1');

  site.signEveryoneOut();
  await letPass(gigabar, 4 * hourMs);
  await expect.poll(gigabar.badge).toBe('!');
  await expect.poll(() => text(popup, 'failure')).toContain('to see today’s figure');
  site.setLeft(1_500_000_000);
  await signInAt(site, gigabar, 'anna');
  await expect.poll(gigabar.badge).toBe('1.5');

  await revokeSites(gigabar);
  await expect.poll(() => text(popup, 'failure')).toContain('Gigabar may not read 127.0.0.1');
  await popup.bringToFront();
  await press(popup, 'act');
  await answerPermission(gigabar.firefox, true);
  await expect.poll(() => text(popup, 'failure')).toBe('');
});
