import { workerOf } from '../e2e/support/chromium.ts';
import { type Gigabar, openGigabar } from '../e2e/support/gigabar.ts';
import { startSeller } from '../sandbox/seller.ts';

/* What one check writes, and its processor time, in a real Chromium with the sandbox seller. */

type Call = (...args: unknown[]) => unknown;
declare const chrome: {
  storage: Record<'local' | 'session', Record<'set' | 'remove', Call>> & {
    session: { onChanged: { addListener: Call; removeListener: Call } };
  };
  runtime: { sendMessage: (message: object) => Promise<unknown> };
};

type Writes = { calls: number; bytes: number; keys: string[] };
export type CheckWrites = Record<'local' | 'session', Writes>;

const rounds = 12;

/** In ms on average: of a check that finds nothing changed, of one that does, of a worker woken to look at what is stored. */
type ProcessorTimes = { unchangedMs: number; changedMs: number; wokenMs: number };

export async function measureChecks(): Promise<{ unchanged: CheckWrites; changed: CheckWrites } & ProcessorTimes> {
  const seller = await startSeller({ creditDelayMs: 0 });
  const gigabar = await openGigabar();
  await (await gigabar.connect(seller)).close();
  for (const tab of gigabar.context.pages()) if (tab !== gigabar.probe) await tab.close();
  const use = () => seller.use('c_europe', 1_000_000);
  await checkOnce(gigabar);
  const unchanged = await writesOf(gigabar);
  use();
  const changed = await writesOf(gigabar);
  const wokenMs = await processorTimeOf(gigabar, () => lookOnce(gigabar));
  const unchangedMs = await processorTimeOf(gigabar, () => checkOnce(gigabar));
  const changedMs = await processorTimeOf(gigabar, () => checkOnce(gigabar), use);
  await gigabar.close();
  await seller.close();
  return { unchanged, changed, unchangedMs, changedMs, wokenMs };
}

/** A check by the alarm, until the next one is set. Nothing is asked meanwhile, which would take time of its own. */
async function checkOnce({ probe, fireAlarm, nextAlarmAt }: Gigabar): Promise<void> {
  const planned = probe.evaluate(
    () =>
      new Promise<void>((done) => {
        const onChanged = (changes: object) => {
          if (!('wake' in changes)) return;
          chrome.storage.session.onChanged.removeListener(onChanged);
          done();
        };
        chrome.storage.session.onChanged.addListener(onChanged);
      }),
  );
  await fireAlarm();
  await planned;
  while ((await nextAlarmAt()) === null);
}

async function lookOnce({ probe }: Gigabar): Promise<void> {
  await probe.evaluate(() => chrome.runtime.sendMessage({ type: 'pageOpened', payload: {} }));
}

async function writesOf(gigabar: Gigabar): Promise<CheckWrites> {
  const worker = await workerOf(gigabar.context);
  await worker.evaluate(() => {
    const none = () => ({ calls: 0, bytes: 0, keys: [] as string[] });
    const counted = { local: none(), session: none() };
    Object.assign(globalThis, { countedWrites: counted });
    for (const area of ['local', 'session'] as const) {
      for (const method of ['set', 'remove'] as const) {
        const real = chrome.storage[area][method].bind(chrome.storage[area]);
        chrome.storage[area][method] = (what: unknown, ...others: unknown[]) => {
          counted[area].calls += 1;
          counted[area].bytes += JSON.stringify(what).length;
          counted[area].keys.push(...(method === 'set' ? Object.keys(what as object) : [`without ${what}`]));
          return real(what, ...others);
        };
      }
    }
  });
  await checkOnce(gigabar);
  return worker.evaluate(() => (globalThis as unknown as { countedWrites: CheckWrites }).countedWrites);
}

/** Of the extension's process, with a worker that has ended before each round, as after its half minute. */
async function processorTimeOf(
  gigabar: Gigabar,
  work: () => Promise<void>,
  before: () => void = () => undefined,
): Promise<number> {
  const session = await gigabar.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser is gone');
  const pageTimeMs = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const pages = processInfo.filter(({ type }) => type === 'renderer');
    return pages.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  let totalMs = 0;
  for (let round = 0; round < rounds; round += 1) {
    await gigabar.killWorker();
    before();
    const startedAt = await pageTimeMs();
    await work();
    totalMs += (await pageTimeMs()) - startedAt;
  }
  await session.detach();
  return totalMs / rounds;
}
