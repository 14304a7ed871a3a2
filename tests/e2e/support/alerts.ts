import type { Gigabar } from './gigabar.ts';

/* Helpers for tests of alerts. */

/** The kinds of a card's visible alerts: `20%`, `0`, `24h`, `risk` … */
export async function alertKinds(gigabar: Gigabar, card = 'c_europe'): Promise<(string | undefined)[]> {
  return (await gigabar.notifications()).filter((id) => id.includes(card)).map((id) => id.split(':')[2]);
}

/** Checks with a restarted worker, which has only the stored state. */
export async function restartAndCheck(gigabar: Gigabar): Promise<void> {
  await gigabar.killWorker();
  await gigabar.fireAlarm();
}
