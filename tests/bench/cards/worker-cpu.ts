import { readdirSync, readFileSync } from 'node:fs';
import type { Gigabar } from '../../e2e/support/gigabar.ts';

/*
 * The processor time of the thread that runs the extension's worker: its scripts, collecting garbage, and turning
 * stored values and messages into objects. Unlike the time on a clock, others on the machine hardly change it. Linux
 * alone tells it.
 */

/** As the kernel shortens it. */
const threadName = 'ServiceWorker t';

/** Tells how long that thread has run so far, in ms; the worker has to run, and only one. */
export async function workerCpu({ context }: Gigabar): Promise<() => number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  await session?.detach();
  const threads = processInfo
    .filter(({ type }) => type === 'renderer')
    .flatMap(({ id }) => readdirSync(`/proc/${id}/task`).map((thread) => `/proc/${id}/task/${thread}`))
    .filter((thread) => readFileSync(`${thread}/comm`, 'utf8').trim() === threadName);
  const [thread] = threads;
  if (!thread || threads.length > 1) throw new Error(`${threads.length} threads of workers`);
  return () => Number(readFileSync(`${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}
