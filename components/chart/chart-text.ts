import { amountText, durationText, t } from '../../utils/browser/i18n.ts';
import type { ForecastDay } from '../../utils/core/forecast/daily-forecast.ts';
import type { RecentDay, RecentDays } from '../../utils/core/history/recent-days.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { wholeMegabytesText } from '../format/amount-text.ts';
import { dayText } from '../format/date-text.ts';
import { joinSentences } from '../format/text.ts';

/** One day of the past in a sentence. */
export function usageDayText(day: RecentDay, byteUnit: ByteUnit, now: number): string {
  const name = day.isToday ? t('history.today') : dayText(day.startsAt, now);
  if (day.usedBytes === null) return t('history.dayUnwatched', { day: name });
  if (day.isEstimated)
    return t('history.dayEstimated', { day: name, amount: wholeMegabytesText(day.usedBytes, byteUnit) });
  const words = { day: name, amount: amountText(day.usedBytes, byteUnit) };
  return day.isToday ? t('history.daySoFar', words) : t('history.dayUsed', words);
}

/** One day to come in a sentence. */
export function forecastDayText(day: ForecastDay, byteUnit: ByteUnit, now: number): string {
  const name = dayText(day.startsAt, now);
  const [low, high] = [wholeMegabytesText(day.low, byteUnit), wholeMegabytesText(day.high, byteUnit)];
  if (low === high) return t('history.dayExpected', { day: name, amount: high });
  return t('history.dayBetween', { day: name, low, high });
}

/** What the bars come to: average, total, the highest day. */
export function usageSummaryText(past: RecentDays, byteUnit: ByteUnit, now: number): string {
  const { perDayBytes, totalBytes, highest } = past;
  if (past.days.every(({ usedBytes }) => usedBytes === null)) return t('history.noneHere');
  const total = amountText(totalBytes, byteUnit);
  const sum =
    perDayBytes === null
      ? t('history.total', { total })
      : t('history.average', { average: wholeMegabytesText(perDayBytes, byteUnit), total });
  if (!highest) return sum;
  const most = { day: dayText(highest.startsAt, now), amount: amountText(highest.usedBytes, byteUnit) };
  return joinSentences([sum, t('history.most', most)]);
}

/** All that a chart shows, for those who do not see it. */
export function chartText(past: RecentDays, coming: ForecastDay[], byteUnit: ByteUnit, now: number): string {
  const next = Math.max(0, ...coming.map(({ likely }) => likely ?? 0));
  const sentences = [
    t('history.chart', { length: durationText(past.days.length * dayMs) }),
    usageSummaryText(past, byteUnit, now),
    next > 0 ? t('history.next', { amount: wholeMegabytesText(next, byteUnit) }) : '',
  ];
  return joinSentences(sentences);
}
