import { strictZteMirror } from '../../sandbox/mirrors/hotspots/zte-goform.ts';
import { byTestId, connect, expect, hotspots, pressConnect, test } from '../support/hotspots/hotspot-fixtures.ts';

test('a ZTE hotspot at its own address, which wants to be asked from its page, is connected with one press', async ({
  gigabar,
  switchOn,
}) => {
  await switchOn('zte', strictZteMirror);
  const page = await pressConnect(gigabar, 'zte-goform');
  await expect.poll(() => page.text(byTestId('connect-status'))).toMatch(/39\.5 GB of 60 GB left/);
  await expect.poll(gigabar.badge).toBe('39G');
});

test('what a tab asks of the hotspot is left as it is', async ({ gigabar, switchOn }) => {
  const hotspot = await switchOn('zte', strictZteMirror);
  await connect(gigabar, 'zte-goform');
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
