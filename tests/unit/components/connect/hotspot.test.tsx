// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HotspotResult } from '../../../../utils/browser/messages.ts';
import { all, found, settled, the, unmount } from '../render-setup.tsx';
import { field, openPage, page, startConnecting, status } from './connect-setup.tsx';

beforeEach(() => startConnecting());
afterEach(unmount);

const answering = (result: HotspotResult) => {
  page.connect = async () => result as never;
};
const said = () => the('hotspot-status').textContent;

async function pressHotspot(): Promise<number> {
  let during = 0;
  await act(() => {
    the('hotspot').click();
    during = page.requested.length;
  });
  await settled();
  return during;
}

test('one press asks the browser for the usual addresses in the click’s own turn, and then the network', async () => {
  answering({ kind: 'signed-in', accountId: 'a1' });
  await openPage();
  expect(await pressHotspot()).toBe(1);
  expect(page.requested).toEqual([{ origins: ['http://192.168.8.1/*', 'http://192.168.0.1/*'] }]);
  expect(page.sent).toEqual([{ type: 'findHotspot', payload: {} }]);
  expect(all('hotspot')).toEqual([]);
});

test('without the permission nothing in the network is asked, and the next press asks for it again', async () => {
  page.allow = async () => false;
  await openPage();
  await pressHotspot();
  expect([page.sent, said()]).toEqual([[], expect.stringContaining('Without that permission')]);
  expect(await pressHotspot()).toBe(2);
});

test('a second press while it looks changes nothing, and it says that it looks', async () => {
  let end = (_: HotspotResult): void => undefined;
  page.connect = () => new Promise<never>((resolve) => (end = resolve as never));
  await openPage();
  await pressHotspot();
  await pressHotspot();
  expect([page.sent.length, said(), the('hotspot').getAttribute('aria-busy')]).toEqual([
    ...[1, 'Looking in this network…', 'true'],
  ]);
  await act(() => end({ kind: 'none' }));
  await settled();
  expect(said()).toContain('No hotspot answers');
});

test('where none answers another address can be typed', async () => {
  answering({ kind: 'none' });
  await openPage();
  await pressHotspot();
  const [huawei] = all('provider').filter(({ dataset }) => dataset.providerId === 'huawei-hilink');
  await act(() => huawei?.click());
  expect(field('address').value).toBe('http://192.168.8.1');
});

test('one that wants its password says so, with the way to its page', async () => {
  answering({ kind: 'locked', origin: 'http://192.168.0.1' });
  await openPage();
  await pressHotspot();
  expect(said()).toContain('wants its password first');
  expect(found('.way-answer a').map((link) => link.getAttribute('href'))).toEqual(['http://192.168.0.1']);
});

test('one without a limit asks for the amount, at its address', async () => {
  answering({ kind: 'no-amount', providerId: 'zte-goform', origin: 'http://192.168.0.1' });
  await openPage();
  await pressHotspot();
  expect([field('address').value, status()]).toEqual([
    ...['http://192.168.0.1', expect.stringContaining('no data limit is set')],
  ]);
});
