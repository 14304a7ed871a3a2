import { buildExtension } from './build.ts';
import { type CheckWrites, measureChecks } from './worker-chromium.ts';
import { simulateDays } from './worker-day.ts';

/*
 * What the background takes of the computer: what a check writes and its processor time, in a real Chromium; how often
 * the worker is woken a day, in a browser that is simulated.
 */

/** What a check may write that finds nothing changed. */
const allowed = ['check', 'index'];

/** Prints some lines; returns whether a check that finds nothing changed writes nothing but its own times. */
export async function benchWorker(seed: number): Promise<boolean> {
  buildExtension();
  const { unchanged, changed, unchangedMs, changedMs, wokenMs } = await measureChecks();
  const day = await simulateDays(seed);
  const number = (value: number) => value.toFixed(1);
  const print = (what: string, { local, session }: CheckWrites) =>
    console.log(
      `${what} check: ${local.calls} writes of ${local.bytes} bytes (${local.keys.map(kindOf).join(', ')}), ` +
        `${session.calls} of ${session.bytes} bytes in the session`,
    );
  print('unchanged', unchanged);
  print('changed', changed);
  console.log(
    `processor time with the start of the worker: ${number(unchangedMs)} ms unchanged, ${number(changedMs)} changed, ` +
      `${(unchangedMs / wokenMs).toFixed(2)} and ${(changedMs / wokenMs).toFixed(2)} times that of looking at what is stored`,
  );
  const reasons = Object.entries(day.forWhat).map(([reason, times]) => `${reason} ${number(times)}`);
  console.log(
    `a day: ${number(day.checks)} checks, woken for ${reasons.join(', ')}; ${number(day.localWrites)} writes of ` +
      `${number(day.localKb)} KB, ${number(day.sessionWrites)} in the session`,
  );
  const writes = unchanged.local.calls;
  console.log(`writes_unchanged=${writes} wakes_day=${number(day.wakes)} cpu_ms_check=${number(unchangedMs)}`);
  return writes <= allowed.length && unchanged.local.keys.map(kindOf).every((kind) => allowed.includes(kind));
}

function kindOf(key: string): string {
  return key.split(':')[0] ?? '';
}
