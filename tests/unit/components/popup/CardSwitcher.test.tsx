// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PopupState } from '../../../../components/hooks/use-popup-state.ts';
import { Popup } from '../../../../components/popup/Popup.tsx';
import type { CardPreferences } from '../../../../utils/core/accounts/card-preferences.ts';
import { defaultPreference, defaultPreferences } from '../../../../utils/core/accounts/card-preferences.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { cardOf, now, shownOf } from '../popup-setup.ts';
import { all, found, press, pressKey, renderPage, sent, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const gb = 1_000_000_000;
const numberedCard = (number: number) => ({
  ...cardOf({ kind: 'known', quotaBytes: 20 * gb, remainingBytes: number * gb, reservedBytes: 0 }),
  ...{ key: `c${number}`, title: `Card ${number}` },
});

/** A popup with `count` cards, the last of a second seller; "Card n" has n of 20 GB left. Shows the first. */
function shownWith(count: number, some: Partial<PopupState> = {}): PopupState {
  const cards = Array.from({ length: count }, (_, index) => numberedCard(index + 1));
  const groups = count === 1 ? [cards] : [cards.slice(0, -1), cards.slice(-1)];
  const base = shownOf(numberedCard(1));
  const { account, snapshot } = base;
  if (!account || !snapshot) throw new Error('no account');
  const accounts = groups.map((_, index) => {
    const name = index === 0 ? 'Axis' : 'Nord';
    return { ...account, id: `a${index + 1}`, seller: { ...account.seller, name } };
  });
  const snapshots = groups.map((group) => ({ ...snapshot, cards: group }));
  const listed = accounts.map(({ id, seller }, index) => ({
    ...{ id, name: seller.name },
    cards: (groups[index] ?? []).map(({ key, title }) => ({ key, title })),
  }));
  return {
    ...base,
    index: { ...base.index, accounts: listed },
    account: accounts[0] ?? null,
    snapshot: snapshots[0] ?? null,
    others: Object.fromEntries(
      accounts.map((one, index) => [one.id, { account: one, snapshot: snapshots[index] ?? null }]),
    ),
    ...some,
  };
}

const withHidden = (...texts: string[]): CardPreferences => ({
  ...defaultPreferences,
  byCard: Object.fromEntries(texts.map((text) => [text, { ...defaultPreference, isHidden: true }])),
});
const show = vi.fn();
beforeEach(() => void show.mockClear());

const open = (shown: PopupState) => renderPage(<Popup shown={shown} now={now} show={show} />);
const menuButton = () => found('[aria-haspopup=menu]')[0];
const openMenu = () => act(() => menuButton()?.click());
const items = () => found('[role=menuitemradio]');
const actions = () => found('[role=menuitem]');
const names = () => found('.card-list-name').map(({ textContent }) => textContent);
const focused = () => document.activeElement?.querySelector('.card-list-name')?.textContent;

describe.each([3, 12])('with %d cards of two sellers', (count) => {
  test('the menu has each with its amount in both views, and its seller', async () => {
    await open(shownWith(count));
    expect(items()).toEqual([]);
    await openMenu();
    expect(names()).toEqual(Array.from({ length: count }, (_, index) => `Card ${index + 1}`));
    expect(items().at(0)?.textContent).toBe('Card 11 GB leftAxis');
    expect(items().at(-1)?.textContent).toBe(`Card ${count}${count} GB leftNord`);
    await open(shownWith(count, { settings: { ...defaultSettings, view: 'used' } }));
    expect(items().at(0)?.textContent).toBe('Card 119 GB usedAxis');
    expect(items().at(-1)?.textContent).toBe(`Card ${count}${20 - count} GB usedNord`);
  });

  test('only the shown one is checked, and choosing another shows that', async () => {
    await open(shownWith(count));
    await openMenu();
    expect(items().map((item) => item.getAttribute('aria-checked'))).toEqual(
      items().map((_, index) => String(index === 0)),
    );
    await act(() => items().at(-1)?.click());
    expect(show).toHaveBeenCalledExactlyOnceWith({ accountId: 'a2', cardKey: `c${count}` });
    expect(items()).toEqual([]);
  });

  test('arrow keys go round, Home and End to the ends, Escape back to the button', async () => {
    await open(shownWith(count));
    await openMenu();
    expect(focused()).toBe('Card 1');
    await pressKey('ArrowDown');
    expect(focused()).toBe('Card 2');
    await pressKey('End');
    expect(document.activeElement).toBe(actions().at(-1));
    await pressKey('ArrowDown');
    expect(focused()).toBe('Card 1');
    await pressKey('ArrowUp');
    expect(document.activeElement).toBe(actions().at(-1));
    await pressKey('ArrowUp');
    expect(focused()).toBe(`Card ${count}`);
    await pressKey('Home');
    expect(focused()).toBe('Card 1');
    await pressKey('Escape');
    expect(items()).toEqual([]);
    expect(document.activeElement).toBe(menuButton());
  });

  test('a hidden card is not in the menu, unless it is the one that is shown', async () => {
    await open(shownWith(count, { preferences: withHidden('a1/c2') }));
    await openMenu();
    expect(names()).toHaveLength(count - 1);
    expect(names()).not.toContain('Card 2');
    await open(shownWith(count, { preferences: withHidden('a1/c1', 'a1/c2') }));
    expect(names()).toContain('Card 1');
    expect(names()).not.toContain('Card 2');
  });

  test('the shown card can be pinned to the toolbar, and unpinned', async () => {
    await open(shownWith(count));
    expect(the('pin').getAttribute('aria-pressed')).toBe('false');
    await press('pin');
    await open(shownWith(count, { preferences: { ...defaultPreferences, pinned: 'a1/c1' } }));
    expect(the('pin').getAttribute('aria-pressed')).toBe('true');
    await press('pin');
    expect(sent).toEqual([
      { type: 'pinCard', payload: { card: { accountId: 'a1', cardKey: 'c1' } } },
      { type: 'pinCard', payload: { card: null } },
    ]);
  });

  test('the large button says for which card it renews', async () => {
    await open(shownWith(count));
    expect(the('renew-card').textContent).toBe('for Card 1');
  });
});

test('cards of one seller do not name it', async () => {
  const shown = shownWith(3);
  await open({ ...shown, index: { ...shown.index, accounts: shown.index.accounts.slice(0, 1) } });
  await openMenu();
  expect(items().map(({ textContent }) => textContent)).toEqual(['Card 11 GB left', 'Card 22 GB left']);
});

test('a card that was not answered for yet is in the menu without an amount', async () => {
  await open(shownWith(3, { others: {} }));
  await openMenu();
  expect(items().map(({ textContent }) => textContent)).toEqual(['Card 1Axis', 'Card 2Axis', 'Card 3Nord']);
});

test('a single card has a menu too, to add another, but no pin, and the large button need not name it', async () => {
  await open(shownWith(1));
  expect(the('card-title').closest('h1')?.textContent).toBe('Card 1');
  await openMenu();
  expect(names()).toEqual(['Card 1']);
  expect(actions().map(({ textContent }) => textContent)).toEqual(['Add a card']);
  expect(all('pin')).toEqual([]);
  expect(all('renew')).toHaveLength(1);
  expect(all('renew-card')).toEqual([]);
});

test('the menu opens on the card that is shown, wherever it is listed', () => {
  open(shownWith(3, { card: { accountId: 'a1', cardKey: 'c2' } }));
  openMenu();
  expect(focused()).toBe('Card 2');
});
