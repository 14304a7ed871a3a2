// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const told: (() => void)[] = [];

/** `types`: what the browser tells of. */
function browserThatTells(types: readonly string[]): void {
  const observer = function (this: object, tell: () => void) {
    Object.assign(this, { observe: () => told.push(tell), disconnect: () => undefined });
  };
  vi.stubGlobal('PerformanceObserver', Object.assign(observer, { supportedEntryTypes: types }));
}

/** Of a page that is just being shown. */
async function waitForPaint() {
  const { afterFirstPaint } = await import('../../../../../components/hooks/after-first-paint.ts');
  const seen = vi.fn();
  void afterFirstPaint().then(seen);
  return seen;
}

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  told.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what can wait waits until the browser says that something is on screen', async () => {
  browserThatTells(['paint']);
  const seen = await waitForPaint();
  await vi.advanceTimersByTimeAsync(100);
  expect(seen).not.toHaveBeenCalled();
  told[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toHaveBeenCalled();
});

test('a page that is hidden, which nothing is painted of, goes on soon', async () => {
  browserThatTells(['paint']);
  const seen = await waitForPaint();
  await vi.advanceTimersByTimeAsync(250);
  expect(seen).toHaveBeenCalled();
});

test('a browser that does not tell of paints is not waited for', async () => {
  browserThatTells(['resource']);
  const seen = await waitForPaint();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toHaveBeenCalled();
});
