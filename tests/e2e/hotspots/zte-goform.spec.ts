import { type WithoutSession, zteGoformMirror, zteMirror } from '../../sandbox/mirrors/hotspots/zte-goform.ts';
import type { InstalledExtension } from '../support/hotspots/browser-types.ts';
import { byTestId, connect, expect, hotspots, pressHotspot, test } from '../support/hotspots/hotspot-fixtures.ts';

test('a ZTE hotspot at its own address, which wants to be asked from its page, is connected with one press', async ({
  gigabar,
  switchOn,
}) => {
  await switchOn('zte', zteGoformMirror);
  const page = await pressHotspot(gigabar);
  await expect.poll(() => page.text(byTestId('connect-status'))).toMatch(/39\.5 GB of 60 GB left/);
  await expect.poll(gigabar.badge).toBe('39G');
});

test('what a tab asks of the hotspot is left as it is', async ({ gigabar, switchOn }) => {
  const hotspot = await switchOn('zte', zteGoformMirror);
  await connect(gigabar);
  const requestsBefore = hotspot.requests.length;
  expect(hotspot.requests.map(({ headers }) => headers.referer)).toContain(`${hotspots.zte.url}/index.html`);

  const tab = await gigabar.visit(`${hotspots.zte.url}/index.html`);
  await tab.fetchSilently('/goform/goform_get_cmd_process?from=tab');
  const tabRequests = hotspot.requests.slice(requestsBefore).filter(({ path }) => /index|tab/.test(path));
  expect(tabRequests.map(({ path, headers }) => [path, headers.referer])).toEqual([
    ['/index.html', undefined],
    ['/goform/goform_get_cmd_process?from=tab', undefined],
  ]);
});

async function signInOnPage(gigabar: InstalledExtension): Promise<void> {
  const own = await gigabar.visit(`${hotspots.zte.url}/index.html`);
  await own.press('#login');
  await expect.poll(() => own.text('#state')).toBe('Logged in');
  await own.close();
}

test('8.12 one that tells its counters to the session of its page alone is connected once the person signed in there', async ({
  gigabar,
  switchOn,
}) => {
  await switchOn('zte', zteMirror({ withoutSession: 'empty' }));
  const page = await pressHotspot(gigabar);
  await expect.poll(() => page.text(byTestId('hotspot-status'))).toMatch(/wants its password/);
  expect(await gigabar.badge()).toBe('');

  await signInOnPage(gigabar);
  await page.press(byTestId('hotspot'));
  await expect.poll(() => page.text(byTestId('connect-status'))).toMatch(/39\.5 GB of 60 GB left/);
  await expect.poll(gigabar.badge).toBe('39G');
});

for (const withoutSession of ['empty', 'redirect', 'page'] satisfies WithoutSession[]) {
  test(`8.12 a session that is over (${withoutSession}) wants a sign-in on its page; a portal in its place is another network`, async ({
    gigabar,
    switchOn,
  }) => {
    const hotspot = await switchOn('zte', zteMirror({ withoutSession }));
    await signInOnPage(gigabar);
    await connect(gigabar);
    await hotspot.endSession();

    const popup = await gigabar.open('popup.html');
    const failure = async () => {
      await gigabar.fireAlarm();
      return popup.text(byTestId('failure'));
    };
    await expect.poll(failure).toMatch(/wants its password first. Sign in on its page/);
    expect(await popup.text(byTestId('remaining'))).toMatch(/39\.5/);
    hotspot.setFault('redirect');
    await expect.poll(failure).toMatch(/not in this network/);
  });
}
