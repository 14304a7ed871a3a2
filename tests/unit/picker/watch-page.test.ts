// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPage } from '../../../entrypoints/page-picker/page/watch-page.ts';

let ending: AbortController;
let changes = 0;
/** How long the reading of a page takes. */
let readingMs = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  document.body.innerHTML = '<p>1 GB</p>';
  [ending, changes, readingMs] = [new AbortController(), 0, 0];
  const onChange = () => {
    changes += 1;
    vi.advanceTimersByTime(readingMs);
  };
  watchPage(onChange, ending.signal)([document]);
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

/** The page changes this often, each time after so long. */
async function change(times: number, afterMs: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    document.body.firstElementChild?.setAttribute('class', `at-${time}`);
    await vi.advanceTimersByTimeAsync(afterMs);
  }
}

test('many changes at once are one', async () => {
  await change(10, 5);
  expect(changes).toBe(0);
  await vi.advanceTimersByTimeAsync(250);
  expect(changes).toBe(1);
});

test('a page that never rests is read again about once a second', async () => {
  await change(100, 50);
  expect(changes).toBeGreaterThanOrEqual(4);
  expect(changes).toBeLessThanOrEqual(5);
});

test('a page that takes long to read is read more rarely', async () => {
  readingMs = 500;
  await change(100, 50);
  expect(changes).toBeGreaterThanOrEqual(2);
  expect(changes).toBeLessThanOrEqual(3);
});

test.each(['load', 'transitionend', 'animationend'])('what only the event %s tells is heard', async (type) => {
  document.body.firstElementChild?.dispatchEvent(new Event(type));
  await vi.advanceTimersByTimeAsync(250);
  expect(changes).toBe(1);
});

test('nothing is heard after the end, of what was under way neither', async () => {
  await change(1, 5);
  ending.abort();
  await change(3, 500);
  expect(changes).toBe(0);
});
