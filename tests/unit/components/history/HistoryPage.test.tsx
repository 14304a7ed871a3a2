// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HistoryPage } from '../../../../components/history/HistoryPage.tsx';
import { loadHistory } from '../../../../components/history/use-history.ts';
import { RecentUsage } from '../../../../components/popup/RecentUsage.tsx';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import type { Forecast } from '../../../../utils/core/forecast/forecast.ts';
import type { UsageArchive, UsageInterval, UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import type { DisplayMode } from '../../../../utils/core/usage/card-balance.ts';
import { dayMs, hourMs, minuteMs, startOfDay } from '../../../../utils/core/values/time.ts';
import { makeOrder } from '../../support/builders.ts';
import { setLocale } from '../../support/i18n.ts';
import { healthy, now, shownOf } from '../popup-setup.ts';

const { index, account, snapshot } = shownOf(healthy);
const id = { accountId: 'a1', cardKey: 'c1' };
const other = { accountId: 'a1', cardKey: 'c2' };
const today = startOfDay(now);

/** 100 MB on each of the last 20 days at noon, 40 MB so far today. */
const samples: UsageSamples = {
  since: today - 20 * dayMs,
  intervals: [
    ...Array.from({ length: 20 }, (_, at): UsageInterval[] => {
      const day = today - (20 - at) * dayMs;
      const leftBytes = 3_180_000_000 - at * 100_000_000;
      return [
        [day + 12 * hourMs, 100_000_000, leftBytes],
        [day + dayMs, 0, leftBytes],
      ];
    }).flat(),
    [today + hourMs, 40_000_000, 1_240_000_000],
  ],
  modules: [],
};
const archive: UsageArchive = {
  since: today - 20 * dayMs,
  intervals: [],
  changes: [
    { at: now - 3 * dayMs, cause: 'credited', bytes: 3_000_000_000, name: 'Europe data' },
    { at: now - 2 * dayMs, cause: 'corrected', bytes: -20_000_000, name: 'Europe data' },
  ],
};

beforeEach(async () => {
  fakeBrowser.reset();
  await setLocale('en');
});
afterEach(() => act(() => render(null, document.body)));

async function store(more: { samples?: UsageSamples; archive?: UsageArchive; view?: DisplayMode } = {}): Promise<void> {
  const cards = [
    { key: 'c1', title: 'Axis Europe' },
    { key: 'c2', title: 'Axis Asia' },
  ];
  await fakeBrowser.storage.local.set({
    [keys.index.name]: { ...index, accounts: [{ id: 'a1', name: 'Axis', cards }] },
    [keys.settings.name]: { ...defaultSettings, view: more.view ?? 'left' },
    [keys.account('a1').name]: account,
    [keys.snapshot('a1').name]: snapshot,
    ...(more.samples ? { [keys.samples(id).name]: more.samples } : {}),
    ...(more.archive ? { [keys.archive(id).name]: more.archive } : {}),
  });
}

async function open(): Promise<void> {
  const first = await loadHistory(id, now);
  act(() => render(<HistoryPage first={first} now={now} />, document.body));
}

const all = (testId: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`)];
const the = (testId: string) => all(testId)[0] as HTMLElement;
const days = () => [...document.querySelectorAll<HTMLElement>('.day')];

function openRecentUsage(observed: UsageSamples | null, forecast: Forecast = { kind: 'none' }): void {
  if (!account || !snapshot) throw new Error('No account');
  const props = { samples: observed, card: healthy, snapshot, forecast, seller: account.seller, id, now };
  act(() => render(<RecentUsage {...props} />, document.body));
}

test('the popup says the pace and all of the picture in words', () => {
  openRecentUsage(samples);
  expect(the('past-days').textContent).toMatch(/^Last 14 days\d+ MB a day/);
  const label = document.querySelector('svg[role="img"]')?.getAttribute('aria-label');
  expect(label).toMatch(/^Use per day, last 14 days\. \d+ MB a day on average, [\d.]+ GB in all\. Most on /);
  expect(document.querySelectorAll('.day-bar')).toHaveLength(14);
  expect(document.querySelectorAll('.day-forecast')).toHaveLength(0);
});

test('the popup shows at most three days to come', () => {
  const nothing = { low: 0, likely: 0, high: 0 };
  openRecentUsage(samples, {
    kind: 'ready',
    perDayBytes: 110_000_000,
    runOut: { early: null, likely: null, late: null },
    endsAt: now + 11 * dayMs,
    endsFirst: 'validity',
    spareBytes: nothing,
    shortBytes: nothing,
  });
  expect(document.querySelectorAll('.day-forecast')).toHaveLength(3);
});

test('before a day was watched the popup says since when, and no average', () => {
  openRecentUsage({ since: now - 2 * hourMs, intervals: [[now - hourMs, 5_000_000, 1]], modules: [] });
  expect(the('past-days').textContent).toMatch(/^Gigabar has watched this card since \d\d:\d\d\. Days appear/);
  expect(document.querySelector('svg')).toBeNull();
  expect(the('history-link').getAttribute('href')).toBe('history.html?card=a1%2Fc1');
});

test('without an account the page leads to connecting', async () => {
  await open();
  expect(document.querySelector('a')?.getAttribute('href')).toBe('connect.html');
});

test('a card without a past says so in one sentence', async () => {
  await store();
  await open();
  expect(document.querySelector('h1')?.textContent).toBe('Axis Europe');
  expect(the('no-history').textContent).toContain('Nothing is recorded for this card yet');
  expect(all('csv')).toEqual([]);
});

test('another card is shown when it is chosen, and what changes while it is open', async () => {
  await store({ samples });
  await open();
  const select = the('history-card') as HTMLSelectElement;
  select.value = 'a1/c2';
  act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
  await vi.waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('Axis Asia'));
  expect(the('no-history')).toBeDefined();
  await act(() => fakeBrowser.storage.local.set({ [keys.samples(other).name]: samples }));
  await vi.waitFor(() => expect(the('history-summary').textContent).toContain('a day on average'));
});

test('the range is chosen by a button', async () => {
  await store({ samples });
  await open();
  expect(all('history-range').map(({ textContent }) => textContent)).toEqual([
    '14 days',
    '30 days',
    '90 days',
    '365 days',
  ]);
  const before = days().length;
  act(() => all('history-range')[1]?.click());
  expect(days().length - before).toBe(16);
  expect(all('history-range').map((button) => button.getAttribute('aria-pressed'))).toEqual([
    'false',
    'true',
    'false',
    'false',
  ]);
});

test('arrow keys go from day to day, each named with its amount', async () => {
  await store({ samples });
  await open();
  const lastDay = days()[13] as HTMLElement;
  expect(the('day-status').textContent).toBe('Today: 40 MB so far');
  expect(lastDay.getAttribute('tabindex')).toBe('0');
  act(() => void lastDay.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true })));
  expect(the('day-status').textContent).toMatch(/^Sun,? 22 Nov: 100 MB$/);
  expect(days().filter((day) => day.getAttribute('tabindex') === '0')).toEqual([days()[12]]);
});

test.each([
  ['left', 'Left at the end', '1.24 GB'],
  ['used', 'Used in all', '1.34 GB'],
] as const)('the table has what is %s when figures say that', async (view, heading, amount) => {
  await store({ samples, view });
  await open();
  expect(the('day-table').querySelectorAll('thead th')[2]?.textContent).toBe(heading);
  const cells = [...the('day-table').querySelectorAll('tbody tr:first-child > *')].map((cell) => cell.textContent);
  expect(cells[0]).toMatch(/^Mon,? 23 Nov$/);
  expect(cells[1]).toBe('40 MB so far');
  expect(cells[2]).toBe(amount);
});

test('the log says what happened, when and to which part, newest first', async () => {
  await store({ samples, archive });
  await open();
  const entries = [...the('change-log').querySelectorAll<HTMLElement>('.log-entry')];
  expect(entries[0]?.textContent).toBe('Used 40 MB');
  const changes = entries.filter(({ dataset }) => dataset.cause !== 'used');
  expect(changes.map(({ dataset }) => dataset.cause)).toEqual(['corrected', 'credited']);
  expect(changes[0]?.textContent).toMatch(/^−20 MB corrected by AxisEurope data\d\d:\d\d \S+$/);
  expect(changes[1]?.textContent).toMatch(/^3 GB creditedEurope data/);
  expect(the('change-log').textContent).toContain('A dip that comes back is not counted');
});

test('a long log shows fifty entries, and more when asked', async () => {
  const changes = Array.from({ length: 120 }, (_, at) => ({
    at: now - at * minuteMs,
    cause: 'credited' as const,
    bytes: 1,
    name: '',
  }));
  await store({ archive: { since: 0, intervals: [], changes } });
  await open();
  const count = () => the('change-log').querySelectorAll('.log-entry').length;
  expect(count()).toBe(50);
  act(() => the('log-more').click());
  act(() => the('log-more').click());
  expect(count()).toBe(120);
  expect(all('log-more')).toEqual([]);
});

test('the file has the card’s name and all rows', async () => {
  const create = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  const names: string[] = [];
  await store({ samples, archive });
  await open();
  act(() => the('csv').click());
  expect(names).toEqual(['gigabar-axis-europe-2026-11-23.csv']);
  const [[file]] = create.mock.calls as [[Blob]];
  const text = await file.text();
  expect(text.split('\r\n')).toHaveLength(1 + 21 + archive.changes.length + 1);
  create.mockRestore();
  click.mockRestore();
});

test('7.14 a card the seller lists no more can be chosen as long as it has orders, after all others', async () => {
  await store({ samples });
  const gone = ['c3', 'c4'].map((key) => ({ key, title: `Old ${key}` }));
  const order = makeOrder({ card: { accountId: 'a1', cardKey: 'c3' }, state: 'credited' });
  const listed = [{ key: 'c1', title: 'Axis Europe' }];
  await fakeBrowser.storage.local.set({
    [keys.index.name]: { ...index, accounts: [{ id: 'a1', name: 'Axis', cards: listed, gone }] },
    [keys.orders(order.card).name]: [order],
  });
  const { listed: shown, gone: old } = await loadHistory(id, now);
  expect([...shown, ...old].map(({ title }) => title)).toEqual(['Axis Europe', 'Old c3']);
  await open();
  const options = [...document.querySelectorAll('[data-testid=history-card] option')];
  expect(options.map(({ textContent }) => textContent)).toEqual(['Axis Europe', 'Old c3 (no longer listed)']);
  const alone = { accounts: [{ id: 'a1', name: 'Axis', cards: [], gone }], shown: null, requested: null };
  await fakeBrowser.storage.local.set({ [keys.index.name]: alone });
  expect((await loadHistory(null, now)).shown?.title).toBe('Old c3');
  expect((await loadHistory({ accountId: 'a1', cardKey: 'c4' }, now)).shown?.title).toBe('Old c4');
});
