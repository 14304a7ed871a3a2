// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupState } from '../../../../../components/hooks/popup-state.ts';
import { makeFirstScreen } from '../../../../../components/popup/first/make-first-screen.tsx';
import { paintFirstScreen } from '../../../../../components/popup/first/paint-first-screen.ts';
import { Popup } from '../../../../../components/popup/Popup.tsx';
import { type Key, keys } from '../../../../../utils/browser/storage-keys.ts';
import { isPlain } from '../../../../../utils/core/popup/standing.ts';
import { type Stored, type StoredKind, toStored } from '../../../../../utils/core/storage/stored-values.ts';
import { dayMs, hourMs, minuteMs } from '../../../../../utils/core/values/time.ts';
import { setLocale } from '../../../support/i18n.ts';
import { firstScreens, now, popupState, titleOf } from '../../../support/popup-states.ts';
import { healthy, shownOf } from '../../popup-setup.ts';

/* What the background makes of the popup in advance, and the script that paints it. */

const plans = healthy.plans.map((plan) => ({ ...plan, expiresAt: now + 11 * dayMs + 6 * hourMs }));
const usual = shownOf({ ...healthy, plans });
const id = { accountId: 'a1', cardKey: 'c1' };

beforeEach(async () => {
  fakeBrowser.reset();
  await setLocale('en');
  vi.spyOn(Date, 'now').mockReturnValue(now);
  document.body.innerHTML = '<div id="app"></div>';
});
afterEach(() => {
  act(() => render(null, app()));
  document.adoptedStyleSheets = [];
  vi.restoreAllMocks();
});

const app = () => document.getElementById('app') as HTMLElement;

async function make(state: PopupState) {
  fakeBrowser.permissions.contains = async () => state.canWarn;
  const values = new Map<string, unknown>([
    [keys.index.name, state.index],
    [keys.preferences.name, state.preferences],
    [keys.settings.name, state.settings],
    [keys.unread.name, state.unread],
    [keys.account('a1').name, state.account],
    [keys.snapshot('a1').name, state.snapshot],
    [keys.check('a1').name, state.check],
    [keys.offers(id).name, state.offers],
    [keys.orders(id).name, state.orders],
    [keys.samples(id).name, state.samples],
  ]);
  const read = async () => {
    return <K extends StoredKind>({ name }: Key<K>) => (values.get(name) ?? null) as Stored<K> | null;
  };
  return { ...(await makeFirstScreen(id, read, now)), around: '' };
}

/** Stores it as the background does, and opens the popup. */
async function paint(state: PopupState) {
  const screen = await make(state);
  await fakeBrowser.storage.session.set({ [keys.firstScreen.name]: toStored('firstScreen', screen) });
  if (state.check) await fakeBrowser.storage.local.set({ [keys.check('a1').name]: toStored('check', state.check) });
  return { screen, removeStyles: await paintFirstScreen(document) };
}

const show = (state: PopupState) => act(() => render(<Popup shown={state} now={now} show={() => undefined} />, app()));

type Described = string | { name: string; attributes: Record<string, string>; children: Described[] };

function described(node: Node): Described {
  if (!(node instanceof Element)) return node.textContent ?? '';
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  // A view may render an empty text.
  const children = [...node.childNodes].map(described).filter((child) => child !== '');
  return { name: node.tagName, attributes, children };
}

const states = firstScreens.map((name) => [titleOf(name), popupState(name)] as const);
const plain = states.filter(([, state]) => isPlain(state, now) && state.orders.length === 0);

test('there are many states with nothing but figure and button', () => {
  expect(plain.length).toBeGreaterThan(20);
});

describe('the first screen', () => {
  test('is what the popup renders, and stays as it is when the popup takes it over', async () => {
    let taken = 0;
    for (const [title, state] of plain) {
      const { removeStyles } = await paint(state);
      if (removeStyles === null) continue;
      taken += 1;
      const painted = described(app());
      const elements = [...app().querySelectorAll('*')];
      await show(state);
      expect(described(app()), title).toEqual(painted);
      expect([...app().querySelectorAll('*')].every((element, at) => element === elements[at])).toBe(true);
      document.body.innerHTML = '<div id="app"></div>';
    }
    expect(taken).toBeGreaterThan(15);
  }, 60_000);

  test('is not made where there is more to show', async () => {
    const others = states.filter(([, state]) => !isPlain(state, now) || state.orders.length > 0);
    const made = [];
    for (const [title, state] of others) if (state.snapshot && (await make(state)).html !== '') made.push(title);
    expect(made).toEqual([]);
  });

  test('has the language, direction and colours of the settings', async () => {
    await paint({ ...usual, settings: { ...usual.settings, theme: 'dark' } });
    const { lang, dir, style } = document.documentElement;
    expect([lang, dir, style.colorScheme]).toEqual(['en-GB', 'ltr', 'dark']);
  });

  test('tells the age at which it is opened', async () => {
    await paint(usual);
    const age = () => document.querySelector('[data-testid="as-of"]')?.firstElementChild?.textContent;
    expect(age()).toBe('3 mins');
    vi.spyOn(Date, 'now').mockReturnValue(now + 5 * minuteMs);
    await paintFirstScreen(document);
    expect(age()).toBe('8 mins');
  });

  test('has its own styles until the popup has brought them', async () => {
    const { removeStyles } = await paint(usual);
    expect(document.adoptedStyleSheets).toHaveLength(1);
    removeStyles?.();
    expect(document.adoptedStyleSheets).toHaveLength(0);
  });

  test('ends with the day, and with the hour of what ends soon', async () => {
    const long = await make(usual);
    expect(long.validUntil).toBeGreaterThan(now);
    expect(long.validUntil - now).toBeLessThanOrEqual(dayMs);
    const ending = plans.map((plan) => ({ ...plan, expiresAt: now + 5 * hourMs + minuteMs }));
    const short = await make(shownOf({ ...healthy, plans: ending }));
    expect(short.validUntil - now).toBeLessThanOrEqual(minuteMs + 1);
  });

  test('leaves the page alone where it is out of date or of another version', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(now + 2 * dayMs);
    expect((await paint(usual)).removeStyles).toBeNull();
    vi.spyOn(Date, 'now').mockReturnValue(now);
    await fakeBrowser.storage.session.set({ [keys.firstScreen.name]: { html: '<p>old</p>', version: 99 } });
    expect(await paintFirstScreen(document)).toBeNull();
    expect(app().innerHTML).toBe('');
  });
});
