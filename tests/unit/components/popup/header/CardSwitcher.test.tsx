// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { all, found, pressKey, startRendering, the, unmount } from '../../render-setup.tsx';
import { openHeader as open, shownWith, withFirst } from './header-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const menuButton = () => found('[aria-haspopup=menu]')[0];
const openMenu = () => act(() => menuButton()?.click());
const items = () => found('[role=menuitemradio]');
const actions = () => found('[role=menuitem]');
const focused = () => document.activeElement?.querySelector('.card-list-name')?.textContent;

describe.each([3, 12])('with %d cards of two sellers', (count) => {
  test('arrow keys go round, Home and End to the ends, Escape back to the button', async () => {
    await open(shownWith(count));
    menuButton()?.focus();
    await pressKey('ArrowDown');
    expect(focused()).toBe('Card 1');
    await pressKey('ArrowDown');
    expect(focused()).toBe('Card 2');
    await pressKey('End');
    expect(document.activeElement).toBe(actions().at(-1));
    await pressKey('ArrowDown');
    expect(focused()).toBe('Card 1');
    await pressKey('ArrowUp');
    expect(document.activeElement).toBe(actions().at(-1));
    await pressKey('Home');
    expect(focused()).toBe('Card 1');
    await pressKey('Escape');
    expect(items()).toEqual([]);
    expect(document.activeElement).toBe(menuButton());
  });

  test('first letters go to the card that begins with them', async () => {
    await open(shownWith(count));
    await openMenu();
    for (const letter of 'card 3') await pressKey(letter);
    expect(focused()).toBe('Card 3');
  });
});

test('Escape closes the menu and nothing else', async () => {
  const outside = vi.fn();
  document.addEventListener('keydown', outside);
  await open(shownWith(3));
  await openMenu();
  await pressKey('Escape');
  document.removeEventListener('keydown', outside);
  expect(outside).not.toHaveBeenCalled();
});

test('a press elsewhere closes the menu', async () => {
  await open(shownWith(3));
  await openMenu();
  await act(() => void document.body.dispatchEvent(new Event('pointerdown', { bubbles: true })));
  expect(items()).toEqual([]);
});

test('the menu opens on the card that is shown, wherever it is listed', async () => {
  await open(shownWith(3, { card: { accountId: 'a1', cardKey: 'c2' } }));
  await openMenu();
  expect(focused()).toBe('Card 2');
});

test('once another card is shown, its name has the focus, unless the menu has', async () => {
  const shown = shownWith(3);
  await open(shown);
  expect(document.activeElement).toBe(document.body);
  const second = { ...shown, card: { accountId: 'a1', cardKey: 'c2' } };
  await open(second);
  expect(document.activeElement).toBe(the('card-title').closest('h1'));
  menuButton()?.focus();
  await open(shown);
  expect(document.activeElement).toBe(menuButton());
});

describe('that another card needs a look', () => {
  test('is marked at the name', async () => {
    await open(withFirst(shownWith(3, { card: { accountId: 'a1', cardKey: 'c2' } }), { status: 'warning' }));
    expect(the('card-menu-dot').textContent).toBe('Another card needs a look');
    expect(the('card-menu-dot').querySelector('.status-dot')?.getAttribute('data-status')).toBe('warning');
  });

  test('is not where only the shown card does', async () => {
    await open(withFirst(shownWith(3), { status: 'critical' }));
    expect(all('card-menu-dot')).toEqual([]);
  });
});
