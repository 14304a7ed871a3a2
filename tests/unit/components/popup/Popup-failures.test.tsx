// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupState } from '../../../../components/hooks/popup-state.ts';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { type Account, defaultSeller, type Seller } from '../../../../utils/core/accounts/account.ts';
import type { CheckState } from '../../../../utils/core/polling/check-schedule.ts';
import type { Failure } from '../../../../utils/core/values/failure.ts';
import { healthy, now, shownOf } from '../popup-setup.ts';
import { all, found, press, renderPage, sent, startRendering, the, unmount } from '../render-setup.tsx';

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
/** Beside the sentence or, where nobody but the user can do it, as the main thing. */
const action = () =>
  found('[data-testid=failure], [data-testid=required-act]').flatMap((one) => [
    ...one.querySelectorAll('a, button'),
  ])[0];

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
    text: 'Huawei hotspot wants its password first. Sign in on its page.',
    ...{ label: 'Open its page', href: 'http://192.168.8.1:8080/' },
  },
  {
    ...{ what: 'a key that is not good any more is entered anew', seller: hologram, kind: 'signed-out' },
    text: 'Sign in to Hologram again.',
    ...{ label: 'Sign in to Hologram', href: 'connect.html?provider=hologram' },
  },
  {
    ...{ what: 'a card that is gone is chosen anew', seller: hologram, kind: 'card-gone' },
    text: 'Hologram no longer knows this card. Sign in again if you have a new one.',
    ...{ label: 'Sign in to Hologram', href: 'connect.html?provider=hologram' },
  },
  {
    ...{ what: '7.7 F28 a key that cannot be sent is copied anew', seller: hologram, kind: 'unsendable' },
    text: 'The key for Hologram has a character that cannot be sent. Copy it anew.',
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
    ...{ label: 'Point at the number again', href: 'https://my.carrier.example/account' },
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
  [hologram, 'Hologram answers only through its own mobile data.'],
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
  expect([all('refresh'), all('renew'), all('other-plans')]).toEqual([[], [], []]);
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

describe('signed out of a seller with a sign-in of its own', () => {
  const signedIn = shownOf(healthy).account?.seller as Seller;
  const asked = (type: string) => sent.filter((message) => (message as { type: string }).type === type);
  const answers = (found: object) => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
      sent.push(message);
      const { type } = message as { type: string };
      return type === 'findSeller' ? found : type === 'signIn' ? { kind: 'refused' } : undefined;
    });
  };
  const same = { kind: 'found', id: 'f1', seller: signedIn, fields: [], isGranted: true, previousHosts: null };
  const opened = vi.spyOn(window, 'open').mockImplementation(() => null);
  beforeEach(() => void opened.mockClear());

  test('the one large button signs in, in the seller’s own window; renewing, which cannot work, is not there', async () => {
    answers(same);
    await open(signedIn, { kind: 'signed-out' });
    expect(found('.primary').map(({ textContent }) => textContent)).toEqual(['Sign in to Axis']);
    expect([all('renew'), all('other-plans'), found('[data-testid=failure] button')]).toEqual([[], [], []]);
    await press('act');
    await vi.waitFor(() => expect(asked('signIn')).toEqual([{ type: 'signIn', payload: { foundId: 'f1' } }]));
    await vi.waitFor(() =>
      expect(the('required-act').textContent).toContain('Signing in to Axis did not work. Try again.'),
    );
    expect(opened).not.toHaveBeenCalled();
  });

  test('that is so before there is any figure, too', async () => {
    answers(same);
    await open(signedIn, { kind: 'signed-out' }, { snapshot: null });
    expect(found('.primary').map(({ textContent }) => textContent)).toEqual(['Sign in to Axis']);
    expect(document.querySelector('[data-first]')).toBe(the('act'));
  });

  test.each([
    ['a permission is missing', { ...same, isGranted: false }],
    ['it names other hosts than before', { ...same, previousHosts: ['old.axis.example'] }],
    ['it is not found', { kind: 'blocked' }],
  ])('where %s the connect page opens, which says so', async (_, answer) => {
    answers(answer);
    await open(signedIn, { kind: 'signed-out' });
    await press('act');
    await vi.waitFor(() => expect(opened.mock.calls[0]?.[0]).toBe('connect.html?seller=https%3A%2F%2Faxis.example'));
    expect(asked('signIn')).toEqual([]);
  });

  test('where the browser opens no page so long after the press, that is said', async () => {
    const failed = 'Signing in to Axis did not work. Try again.';
    answers({ kind: 'blocked' });
    await open(signedIn, { kind: 'signed-out' });
    opened.mockReturnValueOnce({} as Window);
    await press('act');
    await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(1));
    expect(the('required-act').textContent).not.toContain(failed);
    await press('act');
    await vi.waitFor(() => expect(the('required-act').textContent).toContain(failed));
  });
});

test('a Wi-Fi that wants a sign-in is led to', async () => {
  await open(hologram, { kind: 'captive-portal' });
  expect([action()?.textContent, action()?.getAttribute('href')]).toEqual([
    'Open its sign-in page',
    'http://example.com/',
  ]);
});

test('a seller that turns Gigabar away is asked, by all its ways', async () => {
  const support = { email: 'help@axis.example', phone: '+46 8 000 00 00', url: null };
  await open({ ...hologram, support }, { kind: 'forbidden' });
  expect(action()?.textContent).toBe('Contact Hologram');
  await press('contact');
  expect([all('support-mail').length, all('support-call').length]).toEqual([1, 1]);
});
