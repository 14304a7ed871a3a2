import type { DailyBudget } from '../alerts/daily-budget.ts';
import type { UsageSamples } from '../history/usage-samples.ts';
import type { AlertRules } from '../settings.ts';
import type { Card } from '../usage/card.ts';
import { activeModules, balanceEndsAt, cardBalance } from '../usage/card-balance.ts';
import { type ByteUnit, toBytes } from '../values/bytes.ts';
import { hourMs, minuteMs } from '../values/time.ts';
import { fastUse } from './fast-use.ts';
import { longestPaceMs, nearPaceMs, type Pace, soonerOf } from './pace.ts';

// Tuned on tests/bench/pace (seed 777).
/** It may be used that many times as fast as in its fastest hours. */
const haste = 4;

/** A longer one says that nothing happens before. */
const soonMs = hourMs;
const unknownPaceMs = 30 * minuteMs;
const waitingPaceMs = hourMs;
const nearEndMs = longestPaceMs;
const nearEndPaceMs = 30 * minuteMs;

/** `rules`: what is told of the card. `budget` null: the use of a day is not told. `now`: seller's clock. */
export type CardPaceInput = {
  card: Card;
  samples: UsageSamples | null;
  rules: Pick<AlertRules, 'thresholds' | 'amounts'>;
  byteUnit: ByteUnit;
  budget: DailyBudget | null;
  now: number;
};

/** How soon something may happen to the card that its owner is told, or that the badge shows. */
export function paceOfCard(input: CardPaceInput): Pace {
  const { card, now } = input;
  const byUse = paceByUse(input);
  const endsAt = balanceEndsAt(card, now);
  const isNearEnd = endsAt !== null && endsAt > now && endsAt - now <= nearEndMs;
  return isNearEnd ? soonerOf(byUse, { paceMs: nearEndPaceMs, reason: 'end' }) : byUse;
}

function paceByUse(input: CardPaceInput): Pace {
  const { card, samples, now } = input;
  const balance = cardBalance(card, now);
  const hasNone = balance.kind !== 'no-plan' && activeModules(card, now).length === 0;
  if (card.state !== 'active' || hasNone) return { paceMs: waitingPaceMs, reason: 'waiting' };
  if (balance.kind === 'unlimited' || balance.kind === 'no-plan') {
    return { paceMs: longestPaceMs, reason: 'nothing-soon' };
  }
  if (balance.kind !== 'known') return { paceMs: unknownPaceMs, reason: 'use-unknown' };
  if (balance.leftBytes === 0) return { paceMs: waitingPaceMs, reason: 'waiting' };
  const { leftBytes, totalBytes } = balance;
  const { perMs, isKnown } = fastUse(samples, totalBytes ?? leftBytes, now);
  const reachedMs = bytesToNext(input, leftBytes, totalBytes ?? 0) / (haste * perMs);
  const paceMs = Math.round(Math.min(longestPaceMs, Math.max(nearPaceMs, reachedMs)));
  if (paceMs > soonMs) return { paceMs, reason: 'nothing-soon' };
  return { paceMs, reason: isKnown ? 'threshold' : 'use-unknown' };
}

/** How much may be used until the next amount is reached that is told; of all, that nothing is left. */
function bytesToNext({ rules, byteUnit, budget }: CardPaceInput, leftBytes: number, totalBytes: number): number {
  const marks = [
    ...[0, ...rules.thresholds.map((percent) => Math.floor((totalBytes * percent) / 100))],
    ...rules.amounts.map((amount) => toBytes(amount, byteUnit)),
  ];
  const distances = [
    ...marks.map((markBytes) => leftBytes - markBytes),
    ...(budget ? [budget.budgetBytes - budget.usedBytes] : []),
  ];
  return Math.min(...distances.filter((bytes) => bytes > 0));
}
