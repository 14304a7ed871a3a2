import { useId } from 'preact/hooks';
import type { ForecastDay } from '../../utils/core/forecast/daily-forecast.ts';
import type { RecentDays } from '../../utils/core/history/recent-days.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { highestBytes } from './axis-maximum.ts';
import { ChartAxis } from './ChartAxis.tsx';
import { type BarPlacement, ForecastBar, HatchPattern, UsageBar } from './ChartBar.tsx';
import { ChartLegend } from './ChartLegend.tsx';
import { chartText } from './chart-text.ts';
import './UsageChart.css';

type Props = { past: RecentDays; forecastDays: ForecastDay[]; byteUnit: ByteUnit; now: number };

const heightPx = 56;

/** Usage per day and the forecast of the next days, as one image. */
export function UsageChart({ past, forecastDays, byteUnit, now }: Props) {
  const hatch = useId();
  const count = past.days.length + forecastDays.length;
  const topBytes = highestBytes(past, forecastDays);
  const placementOf = (index: number): BarPlacement => ({ index, count, height: heightPx, topBytes });
  return (
    <div class="day-chart">
      <svg
        class="day-bars"
        height={heightPx}
        role="img"
        aria-label={chartText(past, forecastDays, null, byteUnit, now)}
      >
        <HatchPattern id={hatch} />
        {past.days.map((day, index) => (
          <UsageBar day={day} placement={placementOf(index)} hatch={hatch} key={day.startsAt} />
        ))}
        {forecastDays.map((day, index) => (
          <ForecastBar day={day} placement={placementOf(past.days.length + index)} key={day.startsAt} />
        ))}
      </svg>
      <ChartAxis past={past.days} forecastDays={forecastDays} />
      <ChartLegend past={past} hasForecast={false} hasLimit={false} />
    </div>
  );
}
