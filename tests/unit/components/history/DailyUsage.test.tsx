// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { healthy, now } from '../popup-setup.ts';
import { all, startRendering, the, unmount } from '../render-setup.tsx';
import { chartDays, openHistory, samples, store } from './history-page-setup.tsx';

beforeEach(async () => {
  fakeBrowser.reset();
  await startRendering();
});
afterEach(unmount);

test('the range is chosen by a button', async () => {
  await store({ samples });
  await openHistory();
  expect(all('history-range').map(({ textContent }) => textContent)).toEqual([
    'This plan',
    '14 days',
    '30 days',
    '90 days',
    '365 days',
  ]);
  const pressed = () => all('history-range').map((button) => button.getAttribute('aria-pressed') === 'true');
  expect(pressed()).toEqual([true, false, false, false, false]);
  act(() => all('history-range')[1]?.click());
  const before = chartDays().length;
  act(() => all('history-range')[2]?.click());
  expect(chartDays().length - before).toBe(16);
  expect(pressed()).toEqual([false, false, true, false, false]);
});

test('the present plan is shown first, from the day on which it began', async () => {
  await store({ samples });
  await openHistory();
  const past = chartDays().filter((day) => !day.getAttribute('aria-label')?.includes('expected'));
  // It began nineteen days ago.
  expect(past).toHaveLength(20);
  expect(past[0]?.getAttribute('aria-label')).toMatch(/^Wed,? 4 Nov: /);
});

test('where nobody tells when the plan began, the last two weeks are shown', async () => {
  const plans = healthy.plans.map((plan) => ({ ...plan, startsAt: null }));
  await store({ samples, card: { ...healthy, plans } });
  await openHistory();
  expect(all('history-range')[0]?.textContent).toBe('14 days');
  expect(all('history-range')[0]?.getAttribute('aria-pressed')).toBe('true');
});

test('a line in the chart and a sentence say what may be used a day for the data to last', async () => {
  await store({ samples });
  await openHistory();
  // 1.24 GB in eleven days.
  expect(the('history-summary').textContent).toContain('To last, 112 MB a day at most.');
  expect(all('day-limit')).toHaveLength(1);
  expect(document.querySelector('.day-legend')?.textContent).toContain('Most a day for it to last');
});

test('no line is drawn where so much may be used that it would flatten the bars', async () => {
  const plans = healthy.plans.map((plan) => ({ ...plan, expiresAt: now + 2 * dayMs }));
  await store({ samples, card: { ...healthy, plans } });
  await openHistory();
  expect(the('history-summary').textContent).toContain('To last, 620 MB a day at most.');
  expect(all('day-limit')).toEqual([]);
});

test('arrow keys go from day to day, each named with its amount', async () => {
  await store({ samples });
  await openHistory();
  const today = chartDays().findIndex((day) => day.getAttribute('tabindex') === '0');
  const lastDay = chartDays()[today] as HTMLElement;
  expect(the('day-status').textContent).toBe('Today: 40 MB so far');
  act(() => void lastDay.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true })));
  expect(the('day-status').textContent).toMatch(/^Sun,? 22 Nov: 100 MB$/);
  expect(chartDays().filter((day) => day.getAttribute('tabindex') === '0')).toEqual([chartDays()[today - 1]]);
});

test.each([
  ['left', 'Left at the end', '1.24 GB'],
  ['used', 'Used in all', '1.94 GB'],
] as const)('the table has what is %s when figures say that', async (view, heading, amount) => {
  await store({ samples, view });
  await openHistory();
  expect(the('day-table').querySelectorAll('thead th')[2]?.textContent).toBe(heading);
  const cells = [...the('day-table').querySelectorAll('tbody tr:first-child > *')].map((cell) => cell.textContent);
  expect(cells[0]).toMatch(/^Mon,? 23 Nov$/);
  expect(cells[1]).toBe('40 MB so far');
  expect(cells[2]).toBe(amount);
});
