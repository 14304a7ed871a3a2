/** Quiet for one card: `until` an instant (our clock), or null till it is renewed; `endsAt`: its end when that began. */
export type Snooze = { until: number | null; endsAt: number | null };

/**
 * What was said and seen of one card. `sent`: topics that were said and are not armed again yet; `cycle` counts how
 * often one was armed again, so that the same alert has the same id. `leftBytes`, `totalBytes`, `endsAt`: the last
 * reading believed, to notice a recovery or a sudden drop by (seller's clock). `doubtAt`: when a reading was
 * received (our clock) that needs a second one. `endSaid`: the end (seller's clock) for which it was warned of.
 * `heldAt`: since when something waits for the quiet hours to end (our clock).
 */
export type AlertState = {
  sent: string[];
  cycle: number;
  leftBytes: number | null;
  totalBytes: number | null;
  endsAt: number | null;
  unconfirmedSince: number | null;
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
  unconfirmedSince: null,
  warnedEndsAt: null,
  deferredSince: null,
  snooze: null,
};
