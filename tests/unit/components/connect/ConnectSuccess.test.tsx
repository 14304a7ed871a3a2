// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectSuccess } from '../../../../components/connect/ConnectSuccess.tsx';
import { setPrivacyMode } from '../../../../utils/browser/i18n.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../../utils/core/accounts/account.ts';
import type { CardJudgement } from '../../../../utils/core/accounts/card-judgement.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { healthy, shownOf } from '../popup-setup.ts';
import { all, found, renderPage, settled, the, toolbarPin, unmount } from '../render-setup.tsx';
import { page, startConnecting } from './connect-setup.tsx';

beforeEach(() => startConnecting());
afterEach(unmount);

const judged = (leftBytes: number): CardJudgement => ({
  balance: { kind: 'known', leftBytes, totalBytes: 3e9 },
  endsAt: null,
  status: 'ok',
  validUntil: null,
});
const europe = { key: 'c_europe', title: 'Axis Europe', judged: judged(1.24e9) };
const asia = { key: 'c_asia', title: 'Axis Asia', judged: judged(180e6) };
const home = { key: 'h1', title: 'Home', judged: judged(3e9) };

async function open(pinned: string | null = null): Promise<void> {
  const accounts = [
    { id: 'a1', name: 'Axis', cards: [europe, asia] },
    { id: 'a2', name: 'Nordic', cards: [home] },
  ];
  await fakeBrowser.storage.local.set({
    [keys.index.name]: { accounts, shown: { accountId: 'a1', cardKey: 'c_asia' } },
    [keys.preferences.name]: { order: [], pinned, byCard: {} },
  });
  await renderPage(<ConnectSuccess accountId="a1" {...toolbarPin} />);
  await vi.waitFor(() => expect(all('found-card')).toHaveLength(3));
}

test('in privacy mode the cards have neither names nor figures, on the drawn badge neither', async () => {
  await fakeBrowser.storage.local.set({ [keys.settings.name]: { ...defaultSettings, privacyMode: true } });
  await open();
  expect(document.body.textContent).not.toMatch(/Axis|Nordic|Home|1\.24|\d\s?(GB|MB)/);
  expect(found('.badge-picture b')).toEqual([]);
  setPrivacyMode(false);
});

test('a seller that has not answered yet is not answered for by the card of another', async () => {
  const account = shownOf(healthy).account as Account;
  await fakeBrowser.storage.local.set({
    [keys.index.name]: {
      accounts: [
        { id: 'a1', name: 'Axis', cards: [{ key: 'c1', title: 'Axis Europe' }] },
        { id: 'a2', name: 'Nordic', cards: [] },
      ],
      shown: null,
    },
    [keys.account('a1').name]: account,
    [keys.snapshot('a1').name]: shownOf(healthy).snapshot,
  });
  await renderPage(<ConnectSuccess accountId="a2" isPinned={async () => false} watchPinned={() => () => undefined} />);
  await vi.waitFor(() => expect(the('connect-status').textContent).toBe('Connected. Nordic has not answered yet.'));
  expect(document.body.textContent).toContain('Pin Gigabar');
});

describe('after connecting', () => {
  test('the heading says how many cards were found, and has the focus', async () => {
    await open();
    const [heading] = found('h1');
    expect([heading?.textContent, document.activeElement]).toEqual(['2 cards found', heading]);
  });

  test('all cards are listed, the toolbar’s one with its badge and why it is that one', async () => {
    await open();
    expect(all('found-card').map(({ textContent }) => textContent)).toEqual([
      'Axis Europe: 1.24 GB of 3 GB left',
      'Axis Asia: 180 MB of 3 GB leftOn the toolbar, as it needs attention first.18',
      'Home: 3 GB of 3 GB left',
    ]);
    expect(all('found-card').map((row) => row.querySelector('input')?.checked)).toEqual([false, true, false]);
  });

  test('another one is put on the toolbar there', async () => {
    await open();
    await act(() => all('found-card')[0]?.querySelector('input')?.click());
    expect(page.sent).toEqual([{ type: 'pinCard', payload: { card: { accountId: 'a1', cardKey: 'c_europe' } } }]);
    await unmount();
    await open('a1/c_asia');
    expect(the('on-toolbar').textContent).toBe('On the toolbar, as you chose');
  });

  test('one switch turns alerts on, and stays off where the browser says no', async () => {
    await open();
    page.allow = async () => false;
    const alerts = () => the('allow-alerts') as HTMLInputElement;
    await act(() => alerts().click());
    await settled();
    expect([page.requested, alerts().checked]).toEqual([[{ permissions: ['notifications'] }], false]);
    page.allow = async () => true;
    await act(() => alerts().click());
    await settled();
    expect(alerts().checked).toBe(true);
    expect(document.body.textContent).toContain('A closed browser warns nobody');
  });
});

test('of many cards the first are shown, and the one on the toolbar wherever it stands', async () => {
  const cards = Array.from({ length: 200 }, (_, nth) => ({ key: `c${nth}`, title: `Card ${nth}` }));
  await fakeBrowser.storage.local.set({
    [keys.index.name]: {
      accounts: [{ id: 'a1', name: 'Axis', cards }],
      shown: { accountId: 'a1', cardKey: 'c170' },
    },
  });
  await renderPage(<ConnectSuccess accountId="a1" {...toolbarPin} />);
  await vi.waitFor(() => expect(all('found-card')).toHaveLength(51));
  expect(all('found-card').at(-1)?.textContent).toContain('Card 170');
  expect(the('found-card').textContent).toContain('Card 0');
  await act(() => the('show-all').click());
  await vi.waitFor(() => expect(all('found-card')).toHaveLength(200));
});
