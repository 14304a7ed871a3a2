import { hourMs, minuteMs } from '../values/time.ts';

/**
 * Why checks follow one another as they do. nothing-soon: however fast it is used, nothing can happen before ·
 * threshold: one of the amounts that are told may soon be reached · use-unknown: nobody knows yet how it is used · end:
 * what is left expires soon · waiting: nothing can be used until it is renewed, or begins · answer-expires: then the
 * seller's answer must not be shown as current any more · seller-updates: the seller has nothing new before · watched:
 * the popup is open · order: one is open · data-saver: the browser saves data.
 */
export type PaceReason =
  | 'nothing-soon'
  | 'threshold'
  | 'use-unknown'
  | 'end'
  | 'waiting'
  | 'answer-expires'
  | 'seller-updates'
  | 'watched'
  | 'order'
  | 'data-saver';

/** The interval between checks. */
export type Pace = { paceMs: number; reason: PaceReason };

export const shortestPaceMs = 5 * minuteMs;
export const longestPaceMs = 3 * hourMs;
/** Near a threshold it cannot be told much sooner, and each check costs data. */
export const nearPaceMs = 10 * minuteMs;
/** Before anything is known of an account. */
export const firstPaceMs = 15 * minuteMs;

export function soonerOf(a: Pace, b: Pace): Pace {
  return b.paceMs < a.paceMs ? b : a;
}
