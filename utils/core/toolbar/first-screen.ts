import { checkIntervalMs } from '../polling/check-interval.ts';
import type { CheckState } from '../polling/check-schedule.ts';
import type { Settings, Theme } from '../settings.ts';
import { isStale, type SnapshotTimes } from '../usage/staleness.ts';

/** Of the snapshot, and of the shown card in it. `cardAt`: its place. */
type ScreenTimes = SnapshotTimes & { cardAt: number; cardMeasuredAt: number };

/**
 * The popup's first screen for the card that the toolbar shows, as the background has made it of what is stored. `html`:
 * empty where there is more to show than figure and button. `around`: what of other cards is in it. `validUntil`: when
 * time alone changes its words (our clock); its age changes them before. `justNow`: the text for an age below a minute.
 */
export type FirstScreen = {
  accountId: string;
  html: string;
  locale: string;
  direction: 'ltr' | 'rtl';
  theme: Theme;
  justNow: string;
  around: string;
  times: ScreenTimes;
  pollIntervalMinutes: Settings['pollIntervalMinutes'];
  madeAt: number;
  validUntil: number;
};

/**
 * When the figures of a screen were measured, by the account's last answer (our clock); null: it is not to be shown,
 * because it is old or something else has to be told.
 */
export function shownSince(screen: FirstScreen, check: CheckState | null, now: number): number | null {
  const { html, times, madeAt, validUntil } = screen;
  if (html === '' || check === null || check.failure !== null) return null;
  if (now < madeAt || now >= validUntil) return null;
  const latest = latestTimes(times, check);
  if (isStale(latest, checkIntervalMs(screen, check), now)) return null;
  return latest.cardMeasuredAt - latest.skewMs;
}

/** An answer that showed the same has later times. */
function latestTimes(times: ScreenTimes, { unchanged }: CheckState): ScreenTimes {
  if (!unchanged || unchanged.checkedAt <= times.checkedAt) return times;
  return { ...times, ...unchanged, cardMeasuredAt: unchanged.cardTimes[times.cardAt] ?? unchanged.measuredAt };
}
