import { countText, t } from '../../../utils/browser/i18n.ts';
import { dayMs, hourMs } from '../../../utils/core/values/time.ts';
import type { BalanceView } from './summarize-balance.ts';

/** From here on a validity is told in days. */
const longMs = 2 * dayMs;

/** "16 of 30 days left"; of a short validity in hours. Null: its end is not known. `now`: our clock. */
export function timeMarkText({ time, endsAt, view }: BalanceView, now: number): string | null {
  if (time === null || endsAt === null) return null;
  const leftShare = view === 'used' ? 1 - time : time;
  const leftMs = endsAt - now;
  if (leftShare <= 0 || leftMs <= 0) return null;
  const totalMs = leftMs / leftShare;
  const isLong = totalMs >= longMs;
  const unitMs = isLong ? dayMs : hourMs;
  const counts = {
    left: countText(Math.floor(leftMs / unitMs)),
    gone: countText(Math.floor((totalMs - leftMs) / unitMs)),
    total: countText(Math.round(totalMs / unitMs)),
  };
  if (view === 'used') return t(isLong ? 'popup.daysGone' : 'popup.hoursGone', counts);
  if (isLong && leftMs < dayMs) return t('popup.lastDay', counts);
  return t(isLong ? 'popup.daysLeft' : 'popup.hoursLeft', counts);
}
