// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupState } from '../../../../components/hooks/popup-state.ts';
import { Popup } from '../../../../components/popup/Popup.tsx';
import type { SellerPage } from '../../../../utils/core/accounts/account.ts';
import { emptyIndex } from '../../../../utils/core/accounts/account-index.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import type { FailureKind } from '../../../../utils/core/values/failure.ts';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import { healthy, now, shownOf } from '../popup-setup.ts';
import { all, found, press, pressKey, renderPage, settled, startRendering, the, unmount } from '../render-setup.tsx';

type Tab = { id: number; url?: string; incognito: boolean };

const accountPage = 'https://my.carrier.example/account';
const state = { tab: null as Tab | null, sent: [] as unknown[], answer: async (): Promise<unknown> => undefined };
const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);

beforeEach(async () => {
  await startRendering();
  Object.assign(state, { tab: { id: 5, url: accountPage, incognito: false }, sent: [] });
  state.answer = async () => ({ isStarted: true });
  close.mockClear();
  fakeBrowser.tabs.query = (async () => (state.tab ? [state.tab] : [])) as unknown as typeof fakeBrowser.tabs.query;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    state.sent.push(message);
    return state.answer();
  });
});
afterEach(unmount);

async function open(shown: PopupState): Promise<void> {
  await renderPage(<Popup shown={shown} now={now} show={() => undefined} />);
  await settled();
}
const openMenu = () => act(() => found('[aria-haspopup=menu]')[0]?.click());
const actions = () => found('[role=menuitem]').map(({ textContent }) => textContent);

const noCard = shownOf(healthy, { index: emptyIndex, accountId: null, card: null, account: null, snapshot: null });

/** A card that is read from `accountPage`. */
function pageCard(
  page: Partial<SellerPage> = {},
  card: Card = healthy,
  failure: FailureKind | null = null,
): PopupState {
  const base = shownOf(card);
  if (!base.account || !base.snapshot || !base.check) throw new Error('no account');
  const seller = {
    ...base.account.seller,
    ...{ providerId: 'page', origin: 'https://my.carrier.example', name: 'my.carrier.example' },
    page: { isKeptUpToDate: true, namesAccount: true, topUpUrl: null, usualPurchase: null, ...page },
  };
  const account = { ...base.account, seller };
  const check = { ...base.check, failure: failure === null ? null : ({ kind: failure } as { kind: 'other-account' }) };
  const [listed, ...rest] = base.index.accounts.map((entry) => ({ ...entry, origin: seller.origin }));
  const accounts = listed ? [{ ...listed, isReadByPress: page.isKeptUpToDate === false }, ...rest] : [];
  return { ...base, index: { ...base.index, accounts }, account, check, offers: null };
}

describe('with no card yet', () => {
  test('the offer stands on the first screen, and its press starts the picker and closes the popup', async () => {
    await open(noCard);
    await press('read-page');
    await settled();
    expect(state.sent).toEqual([{ type: 'pickOnPage', payload: { tabId: 5, accountId: null } }]);
    expect(close).toHaveBeenCalledOnce();
  });

  test('the way to the connect page names its tab', async () => {
    await open(noCard);
    expect(found('[data-first]')[0]?.getAttribute('href')).toBe('connect.html?tab=5');
  });

  test.each([
    ['a page of the browser', { id: 5, url: 'chrome://extensions', incognito: false }],
    ['a store', { id: 5, url: 'https://addons.mozilla.org/', incognito: false }],
    ['a PDF', { id: 5, url: 'https://carrier.example/bill.pdf', incognito: false }],
    ['a tab whose address is not told', { id: 5, incognito: false }],
    ['no tab', null],
  ])('in front of %s there is no offer: it is said how it is done', async (_, tab) => {
    state.tab = tab;
    await open(noCard);
    expect(all('read-page')).toEqual([]);
    expect(the('page-how-to').textContent).toContain('press Gigabar’s icon');
    expect(found('[data-first]')[0]?.getAttribute('href')).toBe('connect.html');
  });

  test('in front of a private window it is said that nothing is read there', async () => {
    state.tab = { id: 5, url: accountPage, incognito: true };
    await open(noCard);
    expect(all('read-page')).toEqual([]);
    expect(the('page-how-to').textContent).toBe('In private windows Gigabar reads no pages.');
  });

  test('nothing waits for the tab, and its place is kept', async () => {
    fakeBrowser.tabs.query = () => new Promise(() => undefined);
    await open(noCard);
    expect(all('read-page')).toEqual([]);
    expect(all('page-how-to')).toEqual([]);
    expect(found('.page-offer')).toHaveLength(1);
  });

  test.each([
    ['the browser does not let it', async () => ({ isStarted: false }), 'cannot look at this page'],
    ['nobody answers', () => Promise.reject(new Error('no worker')), 'could not start this'],
  ])('where %s, the popup stays and says so', async (_, answer, sentence) => {
    state.answer = answer;
    await open(noCard);
    await press('read-page');
    await settled();
    expect(the('page-notice').textContent).toContain(sentence);
    expect(close).not.toHaveBeenCalled();
  });
});

describe('the card menu', () => {
  test('has the offer beside "Add a card", reached by the arrow keys', async () => {
    await open(shownOf(healthy));
    await openMenu();
    expect(actions()).toEqual(['Read what is left from this page', 'Add a card']);
    expect(the('add-card').getAttribute('href')).toBe('connect.html?tab=5');
    await pressKey('ArrowDown');
    expect(document.activeElement).toBe(the('read-page'));
    await press('read-page');
    await settled();
    expect(state.sent).toContainEqual({ type: 'pickOnPage', payload: { tabId: 5, accountId: null } });
    expect(found('[role=menu]')).toEqual([]);
  });

  test('of a card without a site of its own offers no renewal there', async () => {
    state.tab = { id: 5, url: 'chrome://extensions', incognito: false };
    await open(shownOf(healthy));
    await openMenu();
    expect(actions()).toEqual(['Add a card']);
  });

  test('on the page of the card its number can be pointed at again', async () => {
    await open(pageCard());
    await openMenu();
    await press('pick-again');
    await settled();
    expect(state.sent).toContainEqual({ type: 'pickOnPage', payload: { tabId: 5, accountId: 'a1' } });
  });

  test('of such a card any page can be taken to renew it', async () => {
    const url = 'https://shop.other.example/topup';
    state.tab = { id: 5, url, incognito: false };
    state.answer = async () => undefined;
    await open(pageCard());
    await openMenu();
    expect(actions()).toEqual(['Read what is left from this page', 'Use this page to renew Axis Europe', 'Add a card']);
    await press('renew-here');
    await settled();
    expect(state.sent).toEqual([{ type: 'setTopUpPage', payload: { accountId: 'a1', url } }]);
    expect(the('page-notice').textContent).toContain('Renew now opens shop.other.example.');
    expect(the('enter-usual').getAttribute('href')).toBe('options.html');
  });

  test('does not offer the page that is taken already', async () => {
    await open(pageCard({ topUpUrl: accountPage }));
    await openMenu();
    expect(all('renew-here')).toEqual([]);
  });
});

describe('a page that is read only when the user presses', () => {
  const read = { type: 'readVisiblePage', payload: { tabId: 5 } };

  test('is read as the popup opens on it', async () => {
    await open(pageCard({ isKeptUpToDate: false }));
    expect(state.sent).toEqual([read]);
  });

  test('is not asked for where it is kept up to date, or where another site is open', async () => {
    await open(pageCard());
    expect(state.sent).toEqual([]);
    state.tab = { id: 5, url: 'https://other.example/account', incognito: false };
    await unmount();
    await open(pageCard({ isKeptUpToDate: false }));
    expect(state.sent).toEqual([]);
  });
});

describe('whether it is another card', () => {
  const jumped: Card = {
    ...healthy,
    unconfirmed: {
      ...{ kind: 'rise', leftBytes: 1_240_000_000, measuredAt: now - 5 * minuteMs },
      needsPerson: { leftBytes: 9_000_000_000 },
    },
  };

  test('is asked where the page names another account: it may be this card all the same', async () => {
    await open(pageCard({}, healthy, 'other-account'));
    expect(the('card-question').textContent).toContain('Is this another card?');
    await press('same-card');
    expect(state.sent).toContainEqual({ type: 'confirmPage', payload: { accountId: 'a1', isSameCard: true } });
  });

  test('with the page in front another card is added by pointing at its number', async () => {
    await open(pageCard({}, healthy, 'other-account'));
    await press('another-card');
    expect(state.sent).toContainEqual({ type: 'pickOnPage', payload: { tabId: 5, accountId: null } });
  });

  test('is asked after a jump on a page that names nobody, with both figures', async () => {
    await open(pageCard({ namesAccount: false }, jumped));
    expect(the('card-question').textContent).toMatch(/now says 9 GB, after 1\.24 GB at .*Is it still this card/);
    expect(the('verdict').textContent).toBe('9 GB counts once you answer');
  });

  test('is not asked where a second answer will tell, nor of other failures', async () => {
    const { needsPerson: _, ...jump } = jumped.unconfirmed ?? { kind: 'rise' as const, leftBytes: 0, measuredAt: 0 };
    await open(pageCard({}, { ...healthy, unconfirmed: jump }, 'page-changed'));
    expect(all('card-question')).toEqual([]);
  });

  test('that nobody heard can be answered again', async () => {
    state.answer = () => Promise.reject(new Error('no worker'));
    await open(pageCard({}, healthy, 'other-account'));
    await press('same-card');
    await settled();
    expect(the('card-question').textContent).toContain('Try again');
  });
});

test('a number that is not where it was is pointed at again from its page', async () => {
  await open(pageCard({}, healthy, 'page-changed'));
  expect(the('failure').querySelectorAll('a')).toHaveLength(0);
  await press('point-again');
  await settled();
  expect(state.sent).toContainEqual({ type: 'pickOnPage', payload: { tabId: 5, accountId: 'a1' } });
});

test('a card with a page to renew has a button that opens it as an order', async () => {
  state.answer = async () => ({ isRefused: false, confirmation: null });
  await open(pageCard({ topUpUrl: 'https://my.carrier.example/topup' }));
  expect(the('renew-at-page').textContent).toBe('Renew at my.carrier.example');
  await press('renew-at-page');
  expect(state.sent).toEqual([{ type: 'renewAtPage', payload: { card: { accountId: 'a1', cardKey: 'c1' } } }]);
});
