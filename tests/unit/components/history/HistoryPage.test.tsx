// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadHistory } from '../../../../components/history/use-history.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { dayMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder } from '../../support/builders.ts';
import { healthy, now, shownOf } from '../popup-setup.ts';
import { all, startRendering, the, unmount } from '../render-setup.tsx';
import { archive, id, openHistory, samples, store } from './history-page-setup.tsx';

const { index } = shownOf(healthy);
const other = { accountId: 'a1', cardKey: 'c2' };

beforeEach(async () => {
  fakeBrowser.reset();
  await startRendering();
});
afterEach(unmount);

test('without an account the page leads to connecting', async () => {
  await openHistory();
  expect(document.querySelector('a')?.getAttribute('href')).toBe('connect.html');
});

test('a card without a past says so in one sentence', async () => {
  await store();
  await openHistory();
  expect((the('history-card') as HTMLSelectElement).selectedOptions[0]?.textContent).toBe('Axis Europe');
  expect(the('no-history').textContent).toContain('Nothing is recorded for this card yet');
  expect(all('csv')).toEqual([]);
});

test('another card is shown when it is chosen, and what changes while it is open', async () => {
  await store({ samples });
  await openHistory();
  const select = the('history-card') as HTMLSelectElement;
  select.value = 'a1/c2';
  act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
  await vi.waitFor(() => expect(all('history-summary')).toEqual([]));
  expect(the('no-history')).toBeDefined();
  await act(() => fakeBrowser.storage.local.set({ [keys.samples(other).name]: samples }));
  await vi.waitFor(() => expect(the('history-summary').textContent).toContain('a day on average'));
});

test('the log says what happened, when and to which part, newest first, and repeats no usage', async () => {
  const changes = [{ at: now - dayMs, cause: 'lapsed' as const, bytes: 1_234_567_890, name: '' }, ...archive.changes];
  await store({ samples, archive: { ...archive, changes } });
  await openHistory();
  const entries = [...the('change-log').querySelectorAll<HTMLElement>('.log-entry')];
  expect(entries.map(({ dataset }) => dataset.cause)).toEqual(['lapsed', 'corrected', 'credited']);
  expect(entries[0]?.textContent).toMatch(/^1\.23 GB lapsed unused/);
  expect(entries[1]?.textContent).toMatch(/^−20 MB corrected by AxisEurope data\d\d:\d\d \S+$/);
  expect(entries[2]?.textContent).toMatch(/^3 GB creditedEurope data/);
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
  await openHistory();
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
  await openHistory();
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
  await openHistory();
  const options = [...document.querySelectorAll('[data-testid=history-card] option')];
  expect(options.map(({ textContent }) => textContent)).toEqual(['Axis Europe', 'Old c3 (no longer listed)']);
  const alone = { accounts: [{ id: 'a1', name: 'Axis', cards: [], gone }], shown: null, requested: null };
  await fakeBrowser.storage.local.set({ [keys.index.name]: alone });
  expect((await loadHistory(null, now)).shown?.title).toBe('Old c3');
  expect((await loadHistory({ accountId: 'a1', cardKey: 'c4' }, now)).shown?.title).toBe('Old c4');
});
