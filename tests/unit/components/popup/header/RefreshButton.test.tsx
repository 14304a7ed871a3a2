// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupState } from '../../../../../components/hooks/popup-state.ts';
import type { Failure } from '../../../../../utils/core/values/failure.ts';
import { dayMs, hourMs, minuteMs } from '../../../../../utils/core/values/time.ts';
import { now } from '../../popup-setup.ts';
import { all, press, startRendering, the, unmount } from '../../render-setup.tsx';
import { openHeader, shownWith } from './header-setup.tsx';

const state = { answer: () => undefined as unknown };

beforeEach(async () => {
  await startRendering();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(
    () =>
      new Promise((answer) => {
        state.answer = () => act(async () => answer(undefined as never));
      }),
  );
});
afterEach(unmount);

const shown = shownWith(1);
const checked = (failure: Failure | null): PopupState => ({
  ...shown,
  check: shown.check && { ...shown.check, failure, manualRefreshAt: now },
});
const visibleAge = () => the('as-of').querySelector('[aria-hidden]')?.textContent;

test('a refresh says that it is under way, then that all is up to date, until it can be pressed again', async () => {
  await openHeader(shown);
  expect(the('refresh-result').textContent).toBe('');
  await press('refresh');
  expect(the('refresh').getAttribute('aria-busy')).toBe('true');
  expect(the('refresh-result').textContent).toBe('Checking');
  expect(all('as-of')).toEqual([]);
  await state.answer();
  await openHeader(checked(null));
  expect(the('refresh-result').textContent).toBe('Up to date');
  expect(the('refresh-result').getAttribute('role')).toBe('status');
  await openHeader(checked(null), undefined, now + hourMs);
  expect(the('refresh-result').textContent).toBe('');
  expect(all('as-of')).toHaveLength(1);
});

test('a refresh that failed is not said to be up to date: the failure has its sentence', async () => {
  await openHeader(shown);
  await press('refresh');
  await state.answer();
  await openHeader(checked({ kind: 'offline' }));
  expect(the('refresh-result').textContent).toBe('');
});

test('a popup that is opened after a refresh says nothing of it', async () => {
  await openHeader(checked(null));
  expect(the('refresh-result').textContent).toBe('');
});

test.each([
  [20_000, 'just now'],
  [-hourMs, 'just now'],
  [2 * minuteMs, '2 mins'],
  [5 * hourMs, '5 hrs'],
  [3 * dayMs, '3 days'],
])('the age of the figures is short, and their time is told to who asks: %d', async (age, text) => {
  const { snapshot } = shown;
  const cards = (snapshot?.cards ?? []).map((card) => ({ ...card, measuredAt: now - age }));
  await openHeader({ ...shown, snapshot: snapshot && { ...snapshot, cards } });
  expect(visibleAge()).toBe(text);
  expect(the('as-of').title).toMatch(/^As of \w{3}/);
  expect(the('as-of').textContent).toBe(`${text}${the('as-of').title}`);
});
