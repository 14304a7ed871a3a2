// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupState } from '../../../../components/hooks/use-popup-state.ts';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { type Account, defaultSeller, type Seller } from '../../../../utils/core/accounts/account.ts';
import type { CheckState } from '../../../../utils/core/polling/check-schedule.ts';
import type { Failure } from '../../../../utils/core/values/failure.ts';
import { healthy, now, shownOf } from '../popup-setup.ts';
import { all, renderPage, sent, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const hotspot: Seller = {
  ...defaultSeller('huawei-hilink', 'Huawei hotspot'),
  ...{ origin: 'http://192.168.8.1:8080', accountUrl: 'http://192.168.8.1:8080/', meteredBy: 'hotspot' },
};
const website: Seller = {
  ...defaultSeller('page', 'My carrier'),
  ...{ origin: 'https://my.carrier.example', accountUrl: 'https://my.carrier.example/account' },
  page: { isKeptUpToDate: true, namesAccount: true, topUpUrl: null, usualPurchase: null },
};
const hologram: Seller = { ...defaultSeller('hologram', 'Hologram'), origin: 'https://dashboard.hologram.io' };

function open(seller: Seller, failure: Failure, more: Partial<PopupState> = {}) {
  const shown = shownOf(healthy, more);
  const check: CheckState = { ...(shown.check as CheckState), failure, failingSince: now };
  return renderPage(
    <Popup
      shown={{ ...shown, check, account: { ...(shown.account as Account), seller } }}
      now={now}
      show={() => undefined}
    />,
  );
}

const sentence = () => the('failure').querySelector('p')?.firstChild?.textContent;
const action = () => the('failure').querySelector('a, button');

type Case = {
  what: string;
  seller: Seller;
  kind: 'signed-out' | 'locked' | 'card-gone' | 'unsendable' | 'page-changed' | 'forbidden';
  text: string;
  label: string;
  href: string;
};

test.each<Case>([
  {
    ...{ what: 'a hotspot that is locked is signed in to on its own page', seller: hotspot, kind: 'locked' },
    text: 'Huawei hotspot wants its password first. Sign in on its page, then open Gigabar again for new figures.',
    ...{ label: 'Open its page', href: 'http://192.168.8.1:8080/' },
  },
  {
    ...{ what: 'a key that is not good any more is entered anew', seller: hologram, kind: 'signed-out' },
    text: 'Sign in to Hologram again.',
    ...{ label: 'Sign in', href: 'connect.html?provider=hologram' },
  },
  {
    ...{ what: 'a card that is gone is chosen anew', seller: hologram, kind: 'card-gone' },
    text: 'Hologram no longer knows this card. Sign in again if you have a new one.',
    ...{ label: 'Sign in', href: 'connect.html?provider=hologram' },
  },
  {
    ...{ what: '7.7 F28 a key that cannot be sent is copied anew', seller: hologram, kind: 'unsendable' },
    text: 'The key for Hologram has a character in it that cannot be sent. Copy the key anew and connect again.',
    ...{ label: 'Connect again', href: 'connect.html?provider=hologram' },
  },
  {
    ...{ what: 'a website is signed in to on its own page', seller: website, kind: 'signed-out' },
    text: 'Sign in to my.carrier.example to see today’s figure.',
    ...{ label: 'Open its page', href: 'https://my.carrier.example/account' },
  },
  {
    ...{ what: 'a number that is not where it was is pointed at again', seller: website, kind: 'page-changed' },
    text: 'The number is not where it was on the page of my.carrier.example.',
    ...{ label: 'Point at it again', href: 'https://my.carrier.example/account' },
  },
  {
    ...{ what: 'a website that turned Gigabar away is read on visits', seller: website, kind: 'forbidden' },
    text: 'my.carrier.example did not let Gigabar read by itself. The figure is read when you visit the page.',
    ...{ label: 'Open its page', href: 'https://my.carrier.example/account' },
  },
])('$what', async ({ seller, kind, text, label, href }) => {
  await open(seller, { kind });
  expect([sentence(), action()?.textContent, action()?.getAttribute('href')]).toEqual([text, label, href]);
});

test.each<[Seller, string]>([
  [hotspot, 'Huawei hotspot is not in this network. Connect to its Wi-Fi for new figures.'],
  [hologram, 'Hologram answers only through its own mobile data. Go online with it for new figures.'],
])('what is elsewhere can be tried again, and its figures stay', async (seller, text) => {
  await open(seller, { kind: 'away' });
  expect([sentence(), action()?.textContent]).toEqual([text, 'Try again']);
  expect(document.body.textContent).toContain('1.24');
  await act(() => (action() as HTMLElement).click());
  expect(sent).toContainEqual({ type: 'refresh', payload: { accountId: 'a1' } });
});

test.each<[Failure, string]>([
  [{ kind: 'closed' }, 'Hologram closed the address that Gigabar read. There are no new figures.'],
  [{ kind: 'unsupported' }, 'This version of Gigabar cannot read Hologram. There are no new figures.'],
])('8.11 without a provider (%o) one sentence says why, and leads to the form by hand', async (failure, text) => {
  await open({ ...hologram, byteUnit: 1024 }, failure);
  expect([sentence(), action()?.textContent]).toEqual([text, 'Enter it by hand']);
  expect(action()?.getAttribute('href')).toBe('connect.html?provider=manual&name=Axis+Europe&gb=1024');
  expect(the('failure').querySelectorAll('p, small')).toHaveLength(1);
  expect(document.body.textContent).toContain('1.15 GB');
  expect([all('refresh'), all('renew'), all('offer')]).toEqual([[], [], []]);
});

test('8.11 without a provider a card without figures waits for none', async () => {
  await open(hologram, { kind: 'unsupported' }, { snapshot: null });
  expect(document.body.textContent).not.toContain('has not answered yet');
});

test('a permission that was taken away is asked for again in the click, for just that address, and then the seller', async () => {
  const requested: unknown[] = [];
  fakeBrowser.permissions.request = async (prompt: unknown) => {
    requested.push(prompt);
    return true;
  };
  await open(hotspot, { kind: 'permission-missing' });
  expect(sentence()).toBe('Gigabar may not read 192.168.8.1:8080 any more.');
  let during = 0;
  await act(() => {
    (action() as HTMLElement).click();
    during = requested.length;
  });
  expect([during, requested]).toEqual([1, [{ origins: ['http://192.168.8.1/*'] }]]);
  await vi.waitFor(() => expect(sent).toContainEqual({ type: 'refresh', payload: { accountId: 'a1' } }));
});

test('a permission that is refused again asks nobody', async () => {
  fakeBrowser.permissions.request = async () => false;
  await open(hologram, { kind: 'permission-missing' });
  await act(() => (action() as HTMLElement).click());
  expect(sent).not.toContainEqual({ type: 'refresh', payload: { accountId: 'a1' } });
});
