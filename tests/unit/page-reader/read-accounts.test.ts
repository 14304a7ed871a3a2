// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readAccounts } from '../../../entrypoints/page-reader/read-accounts.ts';
import { makeRecipe } from '../support/page-builders.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  fakeBrowser.reset();
});

test('a page is watched until the extension is reloaded, updated or removed', async () => {
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
  const account = { accountId: 'a1', recipe: makeRecipe() };
  readAccounts([account], { isOnce: false, signal: new AbortController().signal });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(disconnect).not.toHaveBeenCalled();
  vi.spyOn(fakeBrowser.runtime, 'id', 'get').mockReturnValue(undefined as never);
  document.body.append('changed');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(disconnect).toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
