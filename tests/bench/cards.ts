import { spawnSync } from 'node:child_process';
import { workerOf } from '../e2e/support/chromium.ts';
import { type Gigabar, openGigabar } from '../e2e/support/gigabar.ts';
import { startSeller } from '../sandbox/seller.ts';

/*
 * How long a check takes with many cards, in a real Chromium: from the seller's answer until badge and alarm are set.
 */

declare const chrome: {
  storage: { local: Record<string, (...args: unknown[]) => unknown> };
  runtime: { sendMessage: (message: object) => Promise<unknown> };
};

const maxMs = 2_000;
const rounds = 3;

type Result = { ms: number; calls: number; clickMs: number };

/** Of an account with so many cards, each with some usage since the check before. */
async function measure(count: number): Promise<Result> {
  const seller = await startSeller({ creditDelayMs: 0 });
  seller.addCards('a_17', count - seller.cards('a_17').length);
  const gigabar = await openGigabar();
  await (await gigabar.connect(seller)).close();
  const results: Result[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { userKey } of seller.cards('a_17')) seller.use(userKey, 1_000_000);
    await countCalls(gigabar);
    const answered = seller.nextRequest('/v1/planStatus');
    await gigabar.fireAlarm();
    await answered;
    const startedAt = performance.now();
    const clicked = click(gigabar).then(() => performance.now() - startedAt);
    while ((await gigabar.nextAlarmAt()) === null);
    const ms = performance.now() - startedAt;
    results.push({ ms, calls: await callsCounted(gigabar), clickMs: await clicked });
  }
  await gigabar.close();
  await seller.close();
  return results.toSorted((a, b) => a.ms - b.ms)[Math.floor(rounds / 2)] ?? { ms: 0, calls: 0, clickMs: 0 };
}

/** A message that only reads: how long a page waits meanwhile. */
function click({ probe }: Gigabar): Promise<unknown> {
  return probe.evaluate(() => chrome.runtime.sendMessage({ type: 'listProviders', payload: {} }));
}

async function countCalls({ context }: Gigabar): Promise<void> {
  const worker = await workerOf(context);
  await worker.evaluate(() => {
    const { local } = chrome.storage;
    const counter = globalThis as unknown as { storageCalls?: number };
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

async function callsCounted({ context }: Gigabar): Promise<number> {
  const worker = await workerOf(context);
  return worker.evaluate(() => (globalThis as unknown as { storageCalls: number }).storageCalls);
}

/** Prints one line; returns whether a check of 1 000 cards is fast enough. */
export async function benchCards(): Promise<boolean> {
  if (spawnSync('wxt', ['build'], { stdio: 'ignore' }).status !== 0) throw new Error('It could not be built');
  const few = await measure(12);
  const many = await measure(1_000);
  const number = (value: number) => value.toFixed(0);
  console.log(`ms_12=${number(few.ms)} ms_1000=${number(many.ms)} calls_12=${few.calls} calls_1000=${many.calls}`);
  console.log(`a click meanwhile was answered after ${number(few.clickMs)} and ${number(many.clickMs)} ms`);
  return many.ms <= maxMs && many.calls <= few.calls + 2;
}
