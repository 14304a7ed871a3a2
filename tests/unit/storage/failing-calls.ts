import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/* Storage of which calls fail: one, or all from one on. */

export type StorageCall = 'set' | 'get' | 'remove';

/** The calls of one method on both areas; those for which `fails` is true reject. */
export function controlStorage(method: StorageCall) {
  const control = { calls: 0, fails: (_: number) => false };
  for (const area of ['local', 'session'] as const) {
    const store = fakeBrowser.storage[area];
    const real = store[method].bind(store) as (...args: unknown[]) => Promise<never>;
    vi.spyOn(store, method).mockImplementation((...args: unknown[]) => {
      control.calls += 1;
      return control.fails(control.calls) ? Promise.reject(new Error('The disk is away')) : real(...args);
    });
  }
  return control;
}
