import { hilinkMirror, strictHilinkMirror } from '../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { byTestId, connect, expect, hotspots, pressHotspot, test } from '../support/hotspots/hotspot-fixtures.ts';

test('a Huawei hotspot at its own address is connected with one press', async ({ gigabar, switchOn }) => {
  await switchOn('huawei', strictHilinkMirror);
  const page = await pressHotspot(gigabar);
  await expect.poll(() => page.text(byTestId('connect-status'))).toMatch(/39\.5 GB of 60 GB left/);
  await expect.poll(gigabar.badge).toBe('39G');
  const popup = await gigabar.open('popup.html');
  await popup.press(byTestId('open-parts'));
  await expect.poll(() => popup.text(byTestId('counted-by'))).toMatch(/hotspot/);
});

test('one that gives its session’s cookie with its page alone is connected too', async ({ gigabar, switchOn }) => {
  await switchOn('huawei', hilinkMirror({ cookieOn: 'page' }));
  await connect(gigabar);
  await expect.poll(gigabar.badge).toBe('39G');
});

test('8.13 one that names its session in an answer alone, and sets no cookie, is connected too', async ({
  gigabar,
  switchOn,
}) => {
  const hotspot = await switchOn('huawei', hilinkMirror({ cookieOn: null }));
  await connect(gigabar);
  await expect.poll(gigabar.badge).toBe('39G');

  const tab = await gigabar.visit(hotspots.huawei.url);
  const requestsBefore = hotspot.requests.length;
  await tab.fetchSilently('/api/from-tab');
  const tabRequests = hotspot.requests.slice(requestsBefore).filter(({ path }) => path === '/api/from-tab');
  expect(tabRequests.map(({ headers }) => headers.cookie)).toEqual([undefined]);
});

test('one that wants its password says so, and is connected once the person signed in on its page', async ({
  gigabar,
  switchOn,
}) => {
  await switchOn('huawei', hilinkMirror({ needsLogin: true }));
  const page = await pressHotspot(gigabar);
  await expect.poll(() => page.text(byTestId('hotspot-status'))).toMatch(/wants its password/);
  expect(await gigabar.badge()).toBe('');

  const own = await gigabar.visit(hotspots.huawei.url);
  await own.press('#login');
  await expect.poll(() => own.text('#state')).toBe('Logged in');
  await own.close();
  await page.press(byTestId('hotspot'));
  await expect.poll(() => page.text(byTestId('connect-status'))).toMatch(/left/);
  await expect.poll(gigabar.badge).toBe('39G');
});

test('out of its network the popup says so, beside the last figures', async ({ gigabar, switchOn }) => {
  const { switchOff } = await switchOn('huawei', strictHilinkMirror);
  await connect(gigabar);
  await switchOff();
  const popup = await gigabar.open('popup.html');
  const failure = async () => {
    await gigabar.fireAlarm();
    return popup.text(byTestId('failure'));
  };
  await expect.poll(failure).toMatch(/not in this network/);
  expect(await popup.text(byTestId('remaining'))).toMatch(/39\.5/);
  expect(await gigabar.badge()).toBe('39G');
});
