import { durationText, t } from '../../utils/browser/i18n.ts';
import type { ForecastDay } from '../../utils/core/forecast/daily-forecast.ts';
import type { RecentDay, RecentDays } from '../../utils/core/history/recent-days.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { roundedText, wholeMegabytesText } from '../format/data-amount-text.ts';
import { dayText } from '../format/date-text.ts';
import { joinSentences } from '../format/sentences.ts';

/** One past day in a sentence. */
export function usageDayText(day: RecentDay, byteUnit: ByteUnit, now: number): string {
  const name = day.isToday ? t('history.today') : dayText(day.startsAt, now);
  if (day.usedBytes === null) return t('history.dayUnwatched', { day: name });
  if (day.isEstimated)
    return t('history.dayEstimated', { day: name, amount: wholeMegabytesText(day.usedBytes, byteUnit) });
  const values = { day: name, amount: roundedText(day.usedBytes, byteUnit) };
  return day.isToday ? t('history.daySoFar', values) : t('history.dayUsed', values);
}

/** One forecast day in a sentence. */
export function forecastDayText(day: ForecastDay, byteUnit: ByteUnit, now: number): string {
  const name = dayText(day.startsAt, now);
  const [low, high] = [wholeMegabytesText(day.low, byteUnit), wholeMegabytesText(day.high, byteUnit)];
  if (low === high) return t('history.dayExpected', { day: name, amount: high });
  return t('history.dayBetween', { day: name, low, high });
}

/** The average, the total, the highest day, and what may be used a day, if that is known. */
export function usageSummaryText(past: RecentDays, limitBytes: number | null, byteUnit: ByteUnit, now: number): string {
  const { perDayBytes, totalBytes, highest } = past;
  if (past.days.every(({ usedBytes }) => usedBytes === null)) return t('history.noneHere');
  const total = roundedText(totalBytes, byteUnit);
  const summary =
    perDayBytes === null
      ? t('history.total', { total })
      : t('history.average', { average: wholeMegabytesText(perDayBytes, byteUnit), total });
  const most = highest && {
    day: dayText(highest.startsAt, now),
    amount: roundedText(highest.usedBytes, byteUnit),
  };
  return joinSentences([
    summary,
    most && t('history.most', most),
    limitBytes === null ? null : t('history.limit', { amount: wholeMegabytesText(limitBytes, byteUnit) }),
  ]);
}

/** The chart described for screen readers. */
export function chartText(
  past: RecentDays,
  forecastDays: ForecastDay[],
  limitBytes: number | null,
  byteUnit: ByteUnit,
  now: number,
): string {
  const likelyNext = Math.max(0, ...forecastDays.map(({ likely }) => likely ?? 0));
  const sentences = [
    t('history.chart', { length: durationText(past.days.length * dayMs) }),
    usageSummaryText(past, limitBytes, byteUnit, now),
    likelyNext > 0 ? t('history.next', { amount: wholeMegabytesText(likelyNext, byteUnit) }) : '',
  ];
  return joinSentences(sentences);
}
