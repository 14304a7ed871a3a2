import type { ForecastDay } from '../../utils/core/forecast/daily-forecast.ts';
import type { RecentDays } from '../../utils/core/history/recent-days.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';

/** The round amount at which a scale up to `bytes` ends: 211 MB → 300 MB. */
export function axisMaximum(bytes: number, byteUnit: ByteUnit): number {
  let unit = 1;
  while (bytes >= unit * byteUnit) unit *= byteUnit;
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, bytes / unit)));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((factor) => factor * ten * unit >= bytes) ?? 10;
  return step * ten * unit;
}

/** The highest bar of a chart, forecast included. */
export function highestBytes(past: RecentDays, forecastDays: ForecastDay[]): number {
  return Math.max(past.highest?.usedBytes ?? 0, ...forecastDays.map(({ high }) => high));
}

/** The line of what may be used a day, where it is not so high that it would flatten the bars; null: none. */
export function limitInChart(limitBytes: number | null, highest: number): number | null {
  return limitBytes === null || limitBytes > highest * 2 ? null : limitBytes;
}
