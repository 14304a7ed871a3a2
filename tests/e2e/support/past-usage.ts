import type { Seller } from '../../sandbox/types.ts';
import { expect } from './expect.ts';
import type { Gigabar } from './gigabar.ts';

/* Days gone by, in real checks: the seller says it measured the card then. */

export type PastDay = { daysAgo: number; left: number };

const leftOfDays = [2771, 2708, 2590, 2495, 2353, 2193, 2105, 2001, 1870, 1773, 1623, 1452, 1360, 1240];

/** Two weeks of a person with the seeded Europe card, down to what it has. */
export const twoWeeks: PastDay[] = leftOfDays.map((megabytes, nth) => ({ daysAgo: 14 - nth, left: megabytes * 1e6 }));

/** The seller measured the card that long ago, and has not since. Returns when. */
export function measurePast(seller: Seller, cardKey: string, { daysAgo, left }: PastDay): number {
  const at = Math.floor(Date.now() / 1000) * 1000 - daysAgo * 86_400_000;
  seller.setCard(cardKey, { updateTime: new Date(at).toISOString() });
  seller.setLeft(cardKey, left);
  return at;
}

/** Lets past days go by, the oldest first; the first of them before the card is connected. Then it is today again. */
export async function livePast(
  gigabar: Gigabar,
  seller: Seller,
  cardKey: string,
  days: readonly PastDay[],
): Promise<void> {
  const check = async () => {
    const asked = seller.nextRequest('/v1/planStatus');
    await gigabar.wake();
    await asked;
  };
  for (const day of days) {
    const at = measurePast(seller, cardKey, day);
    await check();
    await expect.poll(async () => measuredAt(await gigabar.stored(), cardKey)).toBe(at);
  }
  seller.setCard(cardKey, { updateTime: undefined });
  await check();
  await expect.poll(async () => measuredAt(await gigabar.stored(), cardKey)).toBeGreaterThan(Date.now() - 60_000);
}

/** When the saved figures of a card were measured. */
function measuredAt(stored: Record<string, unknown>, cardKey: string): number {
  const readings = Object.entries(stored).filter(([name]) => name.startsWith('reading:'));
  const cards = readings.flatMap(([, value]) => (value as { cards: { key: string; measuredAt: number }[] }).cards);
  return cards.find(({ key }) => key === cardKey)?.measuredAt ?? 0;
}
