// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SignInResult } from '../../../../utils/browser/messages.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import type { Failure } from '../../../../utils/core/values/failure.ts';
import { healthy, shownOf } from '../popup-setup.ts';
import { all, found, settled, the, unmount } from '../render-setup.tsx';
import { fill, openPage, page, pressConnect, startConnecting, status } from './connect-setup.tsx';

beforeEach(() => startConnecting());
afterEach(unmount);

const willAsk = () => all('will-ask')[0]?.textContent ?? '';
const link = () => found('form .link')[0]?.getAttribute('href');
const answering = (answer: SignInResult) => {
  page.connect = async () => answer;
};
const device = { deviceId: '69063', key: 'hologram-key' };
const failing = (failure: Failure) => answering({ kind: 'failure', failure });

describe('one press', () => {
  test('asks the browser in the click’s own turn, for just the provider’s address, and then the seller', async () => {
    await openPage({ provider: 'hologram' });
    await fill(device);
    expect(await pressConnect()).toBe(1);
    expect(page.requested).toEqual([{ origins: ['https://dashboard.hologram.io/*'] }]);
    expect(page.sent).toEqual([
      {
        type: 'connectWithForm',
        payload: {
          ...{ providerId: 'hologram', foundId: null, accountId: null },
          entries: device,
        },
      },
    ]);
  });

  test('asks for the hotspot that was typed, and says so before', async () => {
    await openPage({ provider: 'huawei-hilink' });
    expect(willAsk()).toContain('192.168.8.1');
    await fill({ address: 'router.lan:8080/html' });
    expect(willAsk()).toContain('router.lan');
    expect(willAsk()).not.toContain('192.168.8.1');
    await pressConnect();
    expect(page.requested.map(({ origins }) => origins)).toEqual([['http://router.lan/*']]);
  });

  test('asks for nothing where nobody is asked', async () => {
    await openPage({ provider: 'manual' });
    expect(all('will-ask')).toEqual([]);
    await fill({ name: 'Prepaid', left: '1' });
    expect(await pressConnect()).toBe(0);
    expect([page.requested, page.sent.length]).toEqual([[], 1]);
  });

  test('is the only one while it is under way, and says that it is', async () => {
    let answer = (_: SignInResult): void => undefined;
    page.connect = () => new Promise((resolve) => (answer = resolve));
    await openPage({ provider: 'huawei-hilink' });
    await pressConnect();
    expect([status(), the('connect').getAttribute('aria-busy')]).toEqual(['Asking Huawei hotspot.', 'true']);
    await act(() => the('connect').closest('form')?.requestSubmit());
    await settled();
    expect([page.requested.length, page.sent.length]).toEqual([1, 1]);
    await act(() => answer({ kind: 'failure', failure: { kind: 'away' } }));
    await settled();
    expect(the('connect').getAttribute('aria-busy')).toBe('false');
  });
});

describe('a permission that was refused', () => {
  test('is said, nobody is asked, and the next press asks for it again', async () => {
    page.allow = async () => false;
    await openPage({ provider: 'huawei-hilink' });
    await pressConnect();
    expect(status()).toContain('Without that permission');
    expect(page.sent).toEqual([]);
    page.allow = async () => true;
    expect(await pressConnect()).toBe(1);
    expect(page.sent).toHaveLength(1);
  });

  test('by a browser that will not even ask leaves a sentence and a button to press', async () => {
    page.allow = () => Promise.reject(new Error('not a user gesture'));
    await openPage({ provider: 'huawei-hilink' });
    await pressConnect();
    expect(status()).toBe('Gigabar could not start this. Try again.');
    expect(the('connect').getAttribute('aria-busy')).toBe('false');
  });
});

describe('a hotspot', () => {
  test.each(['http://192.168.8.1', '192.168.8.1', ' 192.168.8.1/html/home.html '])(
    'that wants its password first (%s) says so, with the way to its page',
    async (address) => {
      answering({ kind: 'refused' });
      await openPage({ provider: 'huawei-hilink' });
      await fill({ address });
      await pressConnect();
      expect(status()).toContain('Huawei hotspot wants its password first');
      expect(new URL(link() ?? '', 'chrome-extension://gigabar').origin).toBe('http://192.168.8.1');
      await fill({ address: 'javascript:alert(1)' });
      expect(link()).toBeUndefined();
    },
  );

  test('that knows no limit asks for the amount', async () => {
    answering({ kind: 'no-amount' });
    await openPage({ provider: 'huawei-hilink' });
    await pressConnect();
    expect(status()).toContain('no data limit is set in it');
    expect(page.sent.map(({ payload }) => payload.accountId)).toEqual([null]);
  });

  test('that is elsewhere is told apart from a network that is', async () => {
    failing({ kind: 'away' });
    await openPage({ provider: 'huawei-hilink' });
    await pressConnect();
    expect(status()).toBe(
      'Huawei hotspot is not in this network. Connect to its Wi-Fi for new figures. Press Connect to try again.',
    );
    await unmount();
    await openPage({ provider: 'hologram' });
    await fill(device);
    await pressConnect();
    expect(status()).toContain('Hologram answers only through its own mobile data');
  });
});

test.each<[string, Failure, string]>([
  ['huawei-hilink', { kind: 'permission-missing' }, 'may not read 192.168.8.1'],
  ['hologram', { kind: 'permission-missing' }, 'may not read Hologram'],
  ['hologram', { kind: 'no-answer' }, 'No answer from Hologram.'],
  ['hologram', { kind: 'offline' }, 'You are offline. Press Connect'],
  ['hologram', { kind: 'unreadable' }, 'could not read. Press Connect'],
  ['hologram', { kind: 'seller-down', until: 0 }, 'Hologram has a problem. Press Connect'],
  ['hologram', { kind: 'rate-limited', until: Date.UTC(2099) }, 'asked us to wait until'],
  ['hologram', { kind: 'card-gone' }, 'no longer knows this card'],
])('a first try with %s that ends with %o is told in its words', async (provider, failure, sentence) => {
  failing(failure);
  await openPage({ provider });
  if (provider === 'hologram') await fill(device);
  await pressConnect();
  expect(status()).toContain(sentence);
  expect(the('connect-status').getAttribute('role')).toBe('status');
});

test('a secret that is not accepted is said to be so', async () => {
  answering({ kind: 'refused' });
  await openPage({ provider: 'hologram' });
  await fill(device);
  await pressConnect();
  expect(status()).toContain('Hologram does not accept');
});

test('a background that is gone leaves a sentence and a button to press', async () => {
  page.connect = () => Promise.reject(new Error('no receiver'));
  await openPage({ provider: 'huawei-hilink' });
  await pressConnect();
  expect(status()).toBe('Gigabar could not start this. Try again.');
  expect(the('connect').getAttribute('aria-busy')).toBe('false');
});

test('a first figure leads to the page of a card that is connected', async () => {
  const { index, account, snapshot } = shownOf(healthy);
  await fakeBrowser.storage.local.set({
    [keys.index.name]: index,
    [keys.account('a1').name]: account,
    [keys.snapshot('a1').name]: { ...snapshot, skewMs: (snapshot?.checkedAt ?? 0) - Date.now() },
  });
  await openPage({ provider: 'huawei-hilink' });
  await pressConnect();
  await vi.waitFor(() => expect(status()).toBe('Axis Europe: 1.24 GB of 3 GB left'));
  expect(found('h1').map(({ textContent }) => textContent)).toEqual(['Connected']);
  expect(all('connect')).toEqual([]);
});
