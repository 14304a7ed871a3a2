import { firstPaceMs, longestPaceMs, type Pace, shortestPaceMs, soonerOf } from './pace.ts';

/** A check comes up to a twentieth of the pace before it. */
const earliestShare = 0.95;
/** The next answer comes some time before this one expires. */
const validShare = 0.9;
const orderPaceMs = 3 * shortestPaceMs;

export type PaceInput = {
  /** Of each card of the account. */
  cards: readonly Pace[];
  /** Somebody looks at the popup. */
  isWatched: boolean;
  /** Bought data may arrive at any moment. Its own polls check the account too. */
  hasOpenOrder: boolean;
  /** The browser was told to save data. */
  isDataSaved: boolean;
  /** Until when the answer may be shown as current. */
  expiresAt: number;
  /** Before when the seller has nothing new; 0: nobody knows. */
  nextUpdateAt: number;
  now: number;
};

/** The pace of an account after a good check: that of the card to which something may happen first. Our clock. */
export function decidePace(input: PaceInput): Pace {
  const { cards, isWatched, hasOpenOrder, isDataSaved, expiresAt, nextUpdateAt, now } = input;
  const farthest: Pace = { paceMs: longestPaceMs, reason: 'nothing-soon' };
  let pace = cards.reduce(soonerOf, farthest);
  if (isDataSaved) pace = { paceMs: 2 * pace.paceMs, reason: 'data-saver' };
  const validMs = Math.max(firstPaceMs, Math.floor((expiresAt - now) * validShare));
  pace = soonerOf(pace, { paceMs: validMs, reason: 'answer-expires' });
  if (hasOpenOrder) pace = soonerOf(pace, { paceMs: orderPaceMs, reason: 'order' });
  if (isWatched) pace = soonerOf(pace, { paceMs: shortestPaceMs, reason: 'watched' });
  const untilUpdateMs = Math.min(longestPaceMs, Math.ceil((nextUpdateAt - now) / earliestShare));
  return untilUpdateMs > pace.paceMs ? { paceMs: untilUpdateMs, reason: 'seller-updates' } : pace;
}
