import type { Gigabar } from './gigabar.ts';

/* What is stored of checks and alerts. */

type SavedCheck = { failure: { kind: string } | null; nextCheckAt: number; triedAt: number; reason: string };

async function savedValue<T>(gigabar: Gigabar, name: RegExp): Promise<T> {
  const stored = Object.entries(await gigabar.stored()).find(([key]) => name.test(key));
  if (!stored) throw new Error(`Nothing is stored under ${name}`);
  return stored[1] as T;
}

export const savedCheck = (gigabar: Gigabar): Promise<SavedCheck> => savedValue(gigabar, /^check:/);

/** The keys of the alerts of a card that were accepted by the browser: `20%`, `risk` … */
export async function sentAlerts(gigabar: Gigabar, card = 'c_europe'): Promise<string[]> {
  return (await savedValue<{ sent: string[] }>(gigabar, new RegExp(`^alerts:.*/${card}$`))).sent;
}

/** What was left when the alerts of a card were last decided: an answer in doubt is not among it. */
export async function judgedLeft(gigabar: Gigabar, card: string): Promise<number | null> {
  return (await savedValue<{ leftBytes: number | null }>(gigabar, new RegExp(`^alerts:.*/${card}$`))).leftBytes;
}

type SavedCard = { key: string; unconfirmed?: { kind: string; leftBytes: number } };

export async function savedCard(gigabar: Gigabar, key = 'c_europe'): Promise<SavedCard | undefined> {
  return (await savedValue<{ cards: SavedCard[] }>(gigabar, /^reading:/)).cards.find((card) => card.key === key);
}

/** The kinds of a card's visible alerts: `20%`, `0`, `24h`, `risk` … */
export async function alertKinds(gigabar: Gigabar, card = 'c_europe'): Promise<(string | undefined)[]> {
  return (await gigabar.notifications()).filter((id) => id.includes(card)).map((id) => id.split(':')[2]);
}

/** Checks with a restarted worker, which has only the stored state. */
export async function restartAndCheck(gigabar: Gigabar): Promise<void> {
  await gigabar.killWorker();
  await gigabar.fireAlarm();
}
