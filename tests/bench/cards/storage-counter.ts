import { workerOf } from '../../e2e/support/chromium.ts';
import type { Gigabar } from '../../e2e/support/gigabar.ts';

/* How many calls the worker makes of the browser's storage. */

declare const chrome: { storage: { local: Record<string, (...args: unknown[]) => unknown> } };

type Counting = { storageCalls?: number };

/** From zero. */
export async function countCalls({ context }: Gigabar): Promise<void> {
  const worker = await workerOf(context);
  await worker.evaluate(() => {
    const { local } = chrome.storage;
    const counter = globalThis as Counting;
    const isCounting = counter.storageCalls !== undefined;
    counter.storageCalls = 0;
    if (isCounting) return;
    for (const name of ['get', 'set', 'remove', 'getKeys', 'getBytesInUse']) {
      const real = local[name]?.bind(local);
      if (!real) continue;
      local[name] = (...args: unknown[]) => {
        counter.storageCalls = (counter.storageCalls ?? 0) + 1;
        return real(...args);
      };
    }
  });
}

export async function callsCounted({ context }: Gigabar): Promise<number> {
  const worker = await workerOf(context);
  return worker.evaluate(() => (globalThis as Counting).storageCalls ?? 0);
}
