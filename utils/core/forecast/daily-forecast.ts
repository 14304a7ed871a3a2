import { dayMs, nextDay, startOfDay } from '../values/time.ts';
import type { Forecast, PredictionInterval } from './forecast.ts';

/** Forecast usage of one future day, in bytes. `likely` null: the data has probably run out by then. */
export type ForecastDay = { startsAt: number; endsAt: number; low: number; likely: number | null; high: number };

/**
 * The forecast for at most `maxDays` days after today, up to the late run-out or the end of the validity; of the day of
 * that end only the part before it counts. `skewMs`: seller's clock minus ours. `now` and the result: our clock.
 */
export function dailyForecast(
  forecast: Forecast,
  skewMs: number,
  maxDays: number,
  now: number,
  zone?: string,
): ForecastDay[] {
  if (forecast.kind !== 'ready') return [];
  const toOurClock = (at: number | null) => (at === null ? Number.POSITIVE_INFINITY : at - skewMs);
  const end = Math.min(toOurClock(forecast.endsAt), toOurClock(forecast.runOut.late));
  const rate = rateInterval(forecast, now + skewMs);
  const days: ForecastDay[] = [];
  for (let at = nextDay(startOfDay(now, zone), zone); days.length < maxDays && at < end; at = nextDay(at, zone)) {
    const endsAt = nextDay(at, zone);
    const share = Math.min(1, (end - at) / (endsAt - at));
    const hasRunOut = at >= toOurClock(forecast.runOut.likely);
    days.push({
      startsAt: at,
      endsAt,
      low: Math.floor(rate.low * share),
      likely: hasRunOut ? null : Math.floor(rate.likely * share),
      high: Math.floor(rate.high * share),
    });
  }
  return days;
}

/**
 * The upper limit of the interval as a multiple of the likely rate: a wider one would dwarf the past days in the chart.
 */
const maxHighRatio = 3;

/**
 * Bytes a day that would lead to the forecast's early, likely and late run-out or, where the data lasts, to its range
 * of spare bytes. `now`: seller's clock.
 */
function rateInterval(forecast: Forecast & { kind: 'ready' }, now: number): PredictionInterval {
  const { perDayBytes: likely, runOut, endsAt, spareBytes, shortBytes } = forecast;
  const rate = { low: likely, likely, high: likely };
  if (runOut.early !== null && runOut.likely !== null && runOut.late !== null && runOut.likely > now) {
    const span = runOut.likely - now;
    rate.low = likely * (span / Math.max(span, runOut.late - now));
    rate.high = likely * (span / Math.max(1, runOut.early - now));
  } else if (endsAt !== null && endsAt > now) {
    const days = (endsAt - now) / dayMs;
    const net = spareBytes.likely - shortBytes.likely;
    rate.low = likely - (spareBytes.high - shortBytes.low - net) / days;
    rate.high = likely + (net - (spareBytes.low - shortBytes.high)) / days;
  }
  return {
    low: Math.min(likely, Math.max(0, rate.low)),
    likely,
    high: Math.min(likely * maxHighRatio, Math.max(likely, rate.high)),
  };
}
