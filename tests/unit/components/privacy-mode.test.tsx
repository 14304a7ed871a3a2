// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectSuccess } from '../../../components/connect/ConnectSuccess.tsx';
import { quotaText } from '../../../components/format/data-amount-text.ts';
import { HistoryPage } from '../../../components/history/HistoryPage.tsx';
import { loadHistory } from '../../../components/history/use-history.ts';
import { loadPopupState } from '../../../components/hooks/popup-state.ts';
import { readForPage } from '../../../components/page/read-for-page.ts';
import { readChecked } from '../../../components/page/stored-readers.ts';
import { Popup } from '../../../components/popup/Popup.tsx';
import { amountText, setPrivacyMode } from '../../../utils/browser/i18n.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultPreference } from '../../../utils/core/accounts/card-preferences.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { toStored } from '../../../utils/core/storage/stored-values.ts';
import { makeOrder } from '../support/builders.ts';
import { cardOf, healthy, now, shownOf } from './popup-setup.ts';
import {
  ignorePermissionChanges,
  press,
  renderPage,
  sent,
  startRendering,
  the,
  toolbarPin,
  unmount,
} from './render-setup.tsx';

const id = { accountId: 'a1', cardKey: 'c1' };
const card = { ...healthy, subscriberId: '46701234567' };
const { index, account, snapshot, check } = shownOf(card);

beforeEach(async () => {
  fakeBrowser.reset();
  await startRendering();
  fakeBrowser.permissions.contains = async () => true;
  ignorePermissionChanges();
  if (!account || !snapshot || !check) throw new Error('Incomplete');
  const byCard = { 'a1/c1': { ...defaultPreference, name: 'Mother in Porto' } };
  await fakeBrowser.storage.local.set({
    [keys.index.name]: toStored('index', index),
    [keys.account('a1').name]: toStored('account', account),
    [keys.snapshot('a1').name]: toStored('snapshot', snapshot),
    [keys.check('a1').name]: toStored('check', check),
    [keys.preferences.name]: toStored('preferences', { order: [], pinned: null, byCard }),
    [keys.orders(id).name]: toStored('orders', [makeOrder({ card: id, state: 'paid', paidAt: now, createdAt: now })]),
    [keys.settings.name]: toStored('settings', { ...defaultSettings, privacyMode: true }),
  });
});
afterEach(async () => {
  await unmount();
  setPrivacyMode(false);
});

const named = /Axis|Europe|Porto|46701234567/;
/** In text or in what a screen reader is told. */
const amounts = /\d\s?(GB|MB|bytes)|\d%/;
const everything = () => document.body.innerHTML;

test('a popup tells neither amounts nor names, to a screen reader neither', async () => {
  const first = await loadPopupState(null, readChecked);
  await renderPage(<Popup shown={first} now={now} show={() => undefined} />);
  expect(everything()).toContain('•••');
  expect(everything()).not.toMatch(named);
  expect(everything()).not.toMatch(amounts);
});

test('nor does the history of a card', async () => {
  const first = await loadHistory(null, now);
  await renderPage(<HistoryPage first={first} now={now} />);
  expect(everything()).not.toMatch(named);
  expect(everything()).not.toMatch(amounts);
  expect(() => the('csv')).toThrow();
});

test('the address of a page does not name the card either, by what may be its number', async () => {
  history.replaceState(null, '', '?card=a1%2F46701234567');
  await loadHistory(null, now);
  expect(location.search).toBe('');
});

test('it says how they are shown again, and the focus is not lost by that', async () => {
  const first = await loadPopupState(null, readChecked);
  await renderPage(<Popup shown={first} now={now} show={() => undefined} />);
  await press('privacy-show');
  expect(sent).toContainEqual({ type: 'setPrivacyMode', payload: { isOn: false } });
  expect(document.activeElement?.tagName).toBe('H1');
});

test('without it everything is there', async () => {
  await fakeBrowser.storage.local.set({ settings: toStored('settings', defaultSettings) });
  await renderPage(<Popup shown={await loadPopupState(null, readChecked)} now={now} show={() => undefined} />);
  expect(everything()).toMatch(named);
  expect(everything()).toMatch(amounts);
  expect(() => the('privacy-notice')).toThrow();
});

test('where names and amounts are edited none is hidden, and what is connected then is again', async () => {
  const valueAt = await readForPage([keys.account('a1')], true);
  expect(valueAt(keys.account('a1'))?.seller.name).toBe('Axis');
  expect(amountText(1_000_000_000, 1000)).toBe('1 GB');
  await renderPage(<ConnectSuccess accountId="a1" {...toolbarPin} />);
  await vi.waitFor(() => the('privacy-notice'));
  expect(everything()).toContain('•••');
  expect(everything()).not.toMatch(named);
  expect(everything()).not.toMatch(amounts);
});

test('nothing left is no more told than any other amount', async () => {
  const empty = cardOf({ kind: 'known', quotaBytes: 3_000_000_000, remainingBytes: 0, reservedBytes: 0 });
  const { snapshot: stored } = shownOf(empty);
  if (!stored) throw new Error('Incomplete');
  await fakeBrowser.storage.local.set({ [keys.snapshot('a1').name]: toStored('snapshot', stored) });
  await renderPage(<Popup shown={await loadPopupState(null, readChecked)} now={now} show={() => undefined} />);
  expect(the('remaining').textContent).not.toMatch(/\d/);
});

test('the size of a plan on sale is told, as its price is: nobody buys unseen', async () => {
  await readForPage([]);
  expect(quotaText(3_000_000_000, 1000)).toBe('3 GB');
});
