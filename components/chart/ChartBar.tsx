import { direction } from '../../utils/browser/i18n.ts';
import type { ForecastDay } from '../../utils/core/forecast/daily-forecast.ts';
import type { RecentDay } from '../../utils/core/history/recent-days.ts';

/** A place among the days: `index` of `count`, on a scale of `height` pixels up to `topBytes`. */
export type BarPlacement = { index: number; count: number; height: number; topBytes: number };

const radius = 2;
const stubPx = 2;

/** Percents of the width; time runs as the words do. */
export function barSlot({ index, count }: BarPlacement): { x: number; width: number } {
  const width = 100 / count;
  return { x: width * (direction() === 'rtl' ? count - 1 - index : index), width };
}

function barOf(place: BarPlacement): { x: string; width: string; rx: number } {
  const { x, width } = barSlot(place);
  const share = place.count > 60 ? 0.9 : 0.78;
  return { x: `${x + (width * (1 - share)) / 2}%`, width: `${width * share}%`, rx: radius };
}

function topOf(bytes: number, { height, topBytes }: BarPlacement): number {
  return topBytes === 0 ? height : height - (bytes / topBytes) * height;
}

/** A day that was: no bar where it was not watched, a stub where nothing was used. It ends under the base line. */
export function UsageBar({ day, place, hatch }: { day: RecentDay; place: BarPlacement; hatch: string }) {
  if (day.usedBytes === null) return null;
  const y = Math.min(topOf(day.usedBytes, place), place.height - stubPx);
  const kind = day.isEstimated ? 'estimated' : day.usedBytes === 0 ? 'none' : day.isToday ? 'today' : 'past';
  return (
    <rect
      {...barOf(place)}
      class={`day-bar day-${kind}`}
      fill={day.isEstimated ? `url(#${hatch})` : undefined}
      y={y}
      height={place.height - y + radius}
    />
  );
}

/** A day to come: faint up to its range, the range as a band, the likely amount as a line. */
export function ForecastBar({ day, place }: { day: ForecastDay; place: BarPlacement }) {
  const bar = barOf(place);
  const high = topOf(day.high, place);
  return (
    <>
      <rect {...bar} class="day-coming" y={high} height={place.height - high + radius} />
      <rect {...bar} class="day-band" y={high} height={topOf(day.low, place) - high} />
      {day.likely === null ? null : (
        <rect {...bar} rx={0} class="day-likely" y={topOf(day.likely, place) - 1} height={2} />
      )}
    </>
  );
}
