import { dayMs, nextDay, startOfDay } from '../values/time.ts';
import type { Forecast, PredictionInterval } from './forecast.ts';

/** What may be used on a day to come. `likely` null: the data has probably run out by then. */
export type ForecastDay = { startsAt: number; endsAt: number; low: number; likely: number | null; high: number };

/**
 * The `most` days after today, as far as there will be data: up to the late run-out or the end of the validity,
 * of whose own day only the part before counts. Instants out are by our clock.
 */
export function dailyForecast(
  forecast: Forecast,
  skewMs: number,
  most: number,
  now: number,
  zone?: string,
): ForecastDay[] {
  if (forecast.kind !== 'ready') return [];
  const ours = (at: number | null) => (at === null ? Number.POSITIVE_INFINITY : at - skewMs);
  const end = Math.min(ours(forecast.endsAt), ours(forecast.runOut.late));
  const pace = rateInterval(forecast, now + skewMs);
  const days: ForecastDay[] = [];
  for (let at = nextDay(startOfDay(now, zone), zone); days.length < most && at < end; at = nextDay(at, zone)) {
    const endsAt = nextDay(at, zone);
    const share = Math.min(1, (end - at) / (endsAt - at));
    const isOver = at >= ours(forecast.runOut.likely);
    days.push({
      startsAt: at,
      endsAt,
      low: Math.floor(pace.low * share),
      likely: isOver ? null : Math.floor(pace.likely * share),
      high: Math.floor(pace.high * share),
    });
  }
  return days;
}

/** A band wider than this would make the days that were dwarfs beside it. */
const widest = 3;

/** Bytes a day: what would have to be used for the data to run out, or to be left, as the forecast's range says. */
function rateInterval(forecast: Forecast & { kind: 'ready' }, now: number): PredictionInterval {
  const { perDayBytes: likely, runOut, endsAt, spareBytes, shortBytes } = forecast;
  const pace = { low: likely, likely, high: likely };
  if (runOut.early !== null && runOut.likely !== null && runOut.late !== null && runOut.likely > now) {
    const span = runOut.likely - now;
    pace.low = likely * (span / Math.max(span, runOut.late - now));
    pace.high = likely * (span / Math.max(1, runOut.early - now));
  } else if (endsAt !== null && endsAt > now) {
    const days = (endsAt - now) / dayMs;
    const net = spareBytes.likely - shortBytes.likely;
    pace.low = likely - (spareBytes.high - shortBytes.low - net) / days;
    pace.high = likely + (net - (spareBytes.low - shortBytes.high)) / days;
  }
  return {
    low: Math.min(likely, Math.max(0, pace.low)),
    likely,
    high: Math.min(likely * widest, Math.max(likely, pace.high)),
  };
}
