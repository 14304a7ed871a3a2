import type { Gigabar } from './gigabar.ts';

/* What the tests of alerts do and look at. */

/** The kinds of the alerts that are shown for a card: `20%`, `0`, `24h`, `risk` … */
export async function kinds(gigabar: Gigabar, card = 'c_europe'): Promise<(string | undefined)[]> {
  return (await gigabar.notices()).filter((id) => id.includes(card)).map((id) => id.split(':')[2]);
}

/** What a worker that starts from what is saved says after one more check. */
export async function checkAnew(gigabar: Gigabar): Promise<void> {
  await gigabar.killWorker();
  await gigabar.wake();
}
