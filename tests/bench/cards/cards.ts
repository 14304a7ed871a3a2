import { spawnSync } from 'node:child_process';
import { type CardsResult, checkCards } from './check-cards.ts';

/*
 * What many cards cost: the worker's script in a check of 1 000, storage calls, and how long a page with all of them is
 * busy at one stretch.
 */

const maxScriptMs = 500;
const maxTaskMs = 200;

/** Prints what was measured; returns whether 1 000 cards are within their limits. */
export async function benchCards(): Promise<boolean> {
  if (spawnSync('wxt', ['build'], { stdio: 'ignore' }).status !== 0) throw new Error('It could not be built');
  const few = await checkCards(12);
  print('12 cards', few);
  const many = await checkCards(1_000);
  print('1 000 cards', many);
  const figures = {
    script_ms_1000: many.changed.scriptMs,
    script_ms_1000_unchanged: many.unchanged.scriptMs,
    ms_12: few.changed.ms,
    ms_1000: many.changed.ms,
    calls_12: few.changed.calls,
    calls_1000: many.changed.calls,
    connect_longest_task_ms: many.connectTaskMs,
    settings_longest_task_ms: many.settingsTaskMs,
  };
  console.log(
    Object.entries(figures)
      .map(([name, value]) => `${name}=${value.toFixed(0)}`)
      .join(' '),
  );
  return (
    many.changed.scriptMs <= maxScriptMs &&
    many.changed.calls <= few.changed.calls &&
    Math.max(many.connectTaskMs, many.settingsTaskMs) <= maxTaskMs
  );
}

function print(what: string, { changed, unchanged }: CardsResult): void {
  const said = ({ scriptMs, ms, calls, clickMs }: CardsResult['changed']) =>
    `${scriptMs.toFixed(0)} ms of script, ${ms.toFixed(0)} ms in all, ${calls} calls, a click waits ${clickMs.toFixed(0)} ms`;
  console.log(`${what}: changed ${said(changed)}; unchanged ${said(unchanged)}`);
}
