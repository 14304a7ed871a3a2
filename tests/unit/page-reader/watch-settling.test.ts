// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchSettling } from '../../../entrypoints/page-reader/watch-settling.ts';

let end: AbortController;
/** When it was looked, in ms, and whether the page had settled. */
let looks: [number, boolean][];
let addresses: number;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(0);
  document.body.innerHTML = '<p>…</p>';
  history.replaceState(null, '', '/account');
  end = new AbortController();
  looks = [];
  addresses = 0;
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

function watch(workMs = 0): void {
  const begun = performance.now();
  const look = async (isSettled: boolean) => {
    looks.push([performance.now() - begun, isSettled]);
    if (workMs > 0) await new Promise((done) => setTimeout(done, workMs));
  };
  watchSettling(
    look,
    () => {
      addresses += 1;
    },
    end.signal,
  );
}

async function changeFor(ms: number, everyMs: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += everyMs) {
    document.body.append(document.createElement('i'));
    await vi.advanceTimersByTimeAsync(everyMs);
  }
}

describe('a page is looked at', () => {
  test('soon after it was loaded, and once more when it has been quiet for some seconds', async () => {
    watch();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toEqual([
      [500, false],
      [5000, true],
    ]);
  });

  test('after it has changed, not at each change', async () => {
    watch();
    await vi.advanceTimersByTimeAsync(10_000);
    looks.length = 0;
    await changeFor(400, 100);
    await vi.advanceTimersByTimeAsync(2000);
    expect(looks).toHaveLength(1);
  });

  test('every three seconds while it never rests, and taken as drawn after twenty', async () => {
    watch();
    await changeFor(30_000, 100);
    const times = looks.map(([at]) => at);
    expect(Math.max(...times.slice(1).map((at, place) => at - (times[place] ?? 0)))).toBeLessThanOrEqual(3200);
    const settledAt = looks.filter(([, isSettled]) => isSettled).map(([at]) => at);
    expect(settledAt).toHaveLength(1);
    expect(settledAt[0]).toBeGreaterThanOrEqual(20_000);
    expect(settledAt[0]).toBeLessThan(24_000);
  });

  test('rarely where looking takes long: a twentieth of the time at most', async () => {
    watch(500);
    await changeFor(60_000, 100);
    expect(looks.length).toBeLessThanOrEqual(7);
  });

  test('again each minute, for what changes out of sight', async () => {
    watch();
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(looks.length).toBe(4);
  });

  test('no more once it is over', async () => {
    watch();
    end.abort();
    document.body.append('x');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toEqual([]);
  });
});

test('another address without a load is noticed with the change that comes with it', async () => {
  watch();
  await vi.advanceTimersByTimeAsync(10_000);
  history.pushState(null, '', '/orders');
  document.body.append('x');
  await vi.advanceTimersByTimeAsync(1000);
  expect(addresses).toBe(1);
});
