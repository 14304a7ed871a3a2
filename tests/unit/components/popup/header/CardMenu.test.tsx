// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type CardPreferences,
  defaultPreference,
  defaultPreferences,
} from '../../../../../utils/core/accounts/card-preferences.ts';
import { defaultSettings } from '../../../../../utils/core/settings.ts';
import { hourMs } from '../../../../../utils/core/values/time.ts';
import { now } from '../../popup-setup.ts';
import { all, found, press, sent, startRendering, the, unmount } from '../../render-setup.tsx';
import { openHeader as open, shownWith, withFirst } from './header-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const withHidden = (...texts: string[]): CardPreferences => ({
  ...defaultPreferences,
  byCard: Object.fromEntries(texts.map((text) => [text, { ...defaultPreference, isHidden: true }])),
});
const menuButton = () => found('[aria-haspopup=menu]')[0];
const openMenu = () => act(() => menuButton()?.click());
const items = () => found('[role=menuitemradio]');
const actions = () => found('[role=menuitem]');
const names = () => items().map((item) => item.querySelector('.card-list-name')?.textContent);
const figures = () => items().map((item) => item.querySelector('.card-list-figure')?.textContent);
const dots = () => found('[role=menuitemradio] .status-dot').map(({ dataset }) => dataset.status);

describe.each([3, 12])('with %d cards of two sellers', (count) => {
  test('the menu has each under its seller, with its amount in both views and the days it lasts', async () => {
    await open(shownWith(count));
    expect(items()).toEqual([]);
    await openMenu();
    expect(names()).toEqual(Array.from({ length: count }, (_, index) => `Card ${index + 1}`));
    expect(found('legend').map(({ textContent }) => textContent)).toEqual(['Axis', 'Nord']);
    expect([figures().at(0), figures().at(-1)]).toEqual(['1 GB · 2 days', `${count} GB · 2 days`]);
    await open(shownWith(count, { settings: { ...defaultSettings, view: 'used' } }));
    expect([figures().at(0), figures().at(-1)]).toEqual(['19 GB used · 2 days', `${20 - count} GB used · 2 days`]);
  });

  test('only the shown one is checked, and choosing another shows that', async () => {
    const show = vi.fn();
    await open(shownWith(count), show);
    await openMenu();
    expect(items().map((item) => item.getAttribute('aria-checked'))).toEqual(
      items().map((_, index) => String(index === 0)),
    );
    await act(() => items().at(-1)?.click());
    expect(show).toHaveBeenCalledExactlyOnceWith({ accountId: 'a2', cardKey: `c${count}` });
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

  test('the shown card can be pinned to the toolbar, and unpinned, and the menu stays to show it', async () => {
    await open(shownWith(count));
    await openMenu();
    expect(the('pin').getAttribute('aria-checked')).toBe('false');
    await press('pin');
    await open(shownWith(count, { preferences: { ...defaultPreferences, pinned: 'a1/c1' } }));
    expect(the('pin').getAttribute('aria-checked')).toBe('true');
    await press('pin');
    expect(sent).toEqual([
      { type: 'pinCard', payload: { card: { accountId: 'a1', cardKey: 'c1' } } },
      { type: 'pinCard', payload: { card: null } },
    ]);
  });
});

test('cards of one seller are under no heading, nor is a card alone that has its seller’s name', async () => {
  const shown = shownWith(3);
  const [axis, nord] = shown.index.accounts;
  if (!axis || !nord) throw new Error('no account');
  const named = { ...nord, cards: nord.cards.map((card) => ({ ...card, title: 'Nord' })) };
  for (const [accounts, headings] of [
    [[axis], []],
    [[axis, named], ['Axis']],
  ] as const) {
    await open({ ...shown, index: { ...shown.index, accounts: [...accounts] } });
    await openMenu();
    expect(found('legend').map(({ textContent }) => textContent)).toEqual(headings);
    await unmount();
  }
});

describe('how a card stands', () => {
  test.each([
    [{ status: 'ok' }, 'ok', '1 GB · 2 days', 'will last'],
    [{ status: 'warning' }, 'warning', '1 GB · 2 days', 'just lasts'],
    [{ status: 'critical' }, 'critical', '1 GB · 2 days', 'will not last'],
    [{ status: 'action' }, 'critical', '1 GB · needs you', null],
    [{ status: 'expired', validUntil: null }, 'expired', 'expired', null],
    [{ status: 'critical', validUntil: now - hourMs }, 'unknown', '1 GB · 2 days', 'not known whether it lasts'],
  ] as const)('is in its dot, its figure and its name: %o', async (judged, dot, figure, words) => {
    await open(withFirst(shownWith(3), judged));
    await openMenu();
    expect([dots()[0], figures()[0]]).toEqual([dot, figure]);
    const label = ['Card 1', figure, words].filter((text) => text !== null).join(', ');
    expect(items()[0]?.getAttribute('aria-label')).toBe(label);
  });

  test('is not said of one that was not judged yet', async () => {
    const shown = shownWith(1);
    const [account] = shown.index.accounts;
    if (!account) throw new Error('no account');
    const index = { ...shown.index, accounts: [{ ...account, cards: [{ key: 'c1', title: 'Card 1' }] }] };
    await open({ ...shown, index });
    await openMenu();
    expect([dots()[0], figures()[0]]).toEqual(['unknown', '']);
  });
});

test('a single card has a menu too, to add another, but no pin, and its name is the heading', async () => {
  await open(shownWith(1));
  expect(the('card-title').closest('h1')?.textContent).toBe('Card 1');
  await openMenu();
  expect(names()).toEqual(['Card 1']);
  expect(actions().map(({ textContent }) => textContent)).toEqual(['Add a card']);
  expect(all('pin')).toEqual([]);
});

test('a thousand rows are not made again each second', async () => {
  const shown = shownWith(1_000);
  await open(shown);
  await openMenu();
  const format = vi.spyOn(Intl, 'NumberFormat');
  await open(shown, undefined, now + 1_000);
  expect(items()).toHaveLength(1_000);
  expect(format.mock.calls.length).toBeLessThan(10);
  await open(shown, undefined, now + 60_000);
  expect(format.mock.calls.length).toBeGreaterThan(1_000);
  format.mockRestore();
});

describe('a card that its seller lists no more', () => {
  const gone = [{ key: 'old', title: 'Axis Europe' }];
  const shown = (hasSignIn: boolean, preferences: CardPreferences = { ...defaultPreferences, pinned: 'a1/old' }) => {
    const base = shownWith(3, { preferences });
    const [axis, ...others] = base.index.accounts;
    if (!axis) throw new Error('no account');
    const entry = hasSignIn ? { ...axis, gone } : { ...axis, gone, hasSignIn };
    return { ...base, index: { ...base.index, accounts: [entry, ...others] } };
  };

  test('keeps its name in the menu, with a sentence and both ways on', async () => {
    await open(shown(true));
    await openMenu();
    expect(the('missed-card').getAttribute('aria-label')).toBe('Axis Europe. Axis no longer lists this card.');
    expect(the('missed-sign-in').getAttribute('href')).toBe('connect.html?seller=https%3A%2F%2Faxis.example');
    await press('missed-remove');
    expect(sent).toEqual([
      {
        type: 'savePreference',
        payload: { card: { accountId: 'a1', cardKey: 'old' }, preference: { isHidden: true } },
      },
    ]);
    expect(document.activeElement).toBe(menuButton());
  });

  test('has no sign-in where there is none', async () => {
    await open(shown(false));
    await openMenu();
    expect(all('missed-sign-in')).toEqual([]);
    expect(all('missed-remove')).toHaveLength(1);
  });

  test('is marked at the name where it was pinned, whatever else needs a look', async () => {
    await open(shown(true));
    expect(the('card-menu-dot').dataset.saidByRow).toBe('false');
    await open(shown(true, defaultPreferences));
    expect(all('card-menu-dot')).toEqual([]);
  });
});
