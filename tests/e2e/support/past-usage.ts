import type { Seller } from '../../sandbox/types.ts';
import { expect } from './expect.ts';
import type { Gigabar } from './gigabar.ts';

/* Past usage, from real checks: the seller reports a past time of measurement. */

export type PastDay = { daysAgo: number; remainingBytes: number };

const remainingMegabytes = [2771, 2708, 2590, 2495, 2353, 2193, 2105, 2001, 1870, 1773, 1623, 1452, 1360, 1240];

/** Two weeks of usage of the seeded Europe card, down to its seeded balance. */
export const twoWeeks: PastDay[] = remainingMegabytes.map((megabytes, nth) => ({
  daysAgo: 14 - nth,
  remainingBytes: megabytes * 1e6,
}));

/** Makes the seller report a measurement of that day as its last. Returns its time. */
export function setPastMeasurement(seller: Seller, cardKey: string, { daysAgo, remainingBytes }: PastDay): number {
  const at = Math.floor(Date.now() / 1000) * 1000 - daysAgo * 86_400_000;
  seller.setCard(cardKey, { updateTime: new Date(at).toISOString() });
  seller.setLeft(cardKey, remainingBytes);
  return at;
}

/** Checks the card once for each past day, oldest first, then with a current measurement. */
export async function replayPastUsage(
  gigabar: Gigabar,
  seller: Seller,
  cardKey: string,
  days: readonly PastDay[],
): Promise<void> {
  const check = async () => {
    const requested = seller.nextRequest('/v1/planStatus');
    await gigabar.fireAlarm();
    await requested;
  };
  for (const day of days) {
    const at = setPastMeasurement(seller, cardKey, day);
    await check();
    await expect.poll(async () => measuredAtOf(await gigabar.stored(), cardKey)).toBe(at);
  }
  seller.setCard(cardKey, { updateTime: undefined });
  await check();
  await expect.poll(async () => measuredAtOf(await gigabar.stored(), cardKey)).toBeGreaterThan(Date.now() - 60_000);
}

/** When the stored balance of a card was measured; 0: there is none. */
function measuredAtOf(stored: Record<string, unknown>, cardKey: string): number {
  const snapshots = Object.entries(stored).filter(([name]) => name.startsWith('reading:'));
  const cards = snapshots.flatMap(([, value]) => (value as { cards: { key: string; measuredAt: number }[] }).cards);
  return cards.find(({ key }) => key === cardKey)?.measuredAt ?? 0;
}
