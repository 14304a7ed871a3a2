import { hourMs } from '../values/time.ts';

/**
 * Alerts paused for one card: `until` an instant (our clock), or until the card is renewed (null). `endsAt`: when the
 * card was to expire at the time the snooze began (seller's clock).
 */
export type Snooze = { until: number | null; endsAt: number | null };

/** Until the next morning, from just after midnight, on the day the clocks are set back. */
export const longestSnoozeMs = 33 * hourMs;

/**
 * The alerts sent for one card, and the balance last seen. `sent`: keys of the conditions alerted and not rearmed yet;
 * `cycle` counts the rearmings and recoveries, so that the same alert has the same id. `leftBytes`, `totalBytes`,
 * `endsAt` (seller's clock): the last balance judged, against which a recovery is detected. `warnedEndsAt`: the end
 * (seller's clock) that the last alert about an end was for. `deferredSince`: since when an alert has been waiting for
 * the quiet hours to end (our clock).
 */
export type AlertState = {
  sent: string[];
  cycle: number;
  leftBytes: number | null;
  totalBytes: number | null;
  endsAt: number | null;
  warnedEndsAt: number | null;
  deferredSince: number | null;
  snooze: Snooze | null;
};

export const initialAlertState: AlertState = {
  sent: [],
  cycle: 0,
  leftBytes: null,
  totalBytes: null,
  endsAt: null,
  warnedEndsAt: null,
  deferredSince: null,
  snooze: null,
};
