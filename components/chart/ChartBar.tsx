import { direction } from '../../utils/browser/i18n.ts';
import type { ForecastDay } from '../../utils/core/forecast/daily-forecast.ts';
import type { RecentDay } from '../../utils/core/history/recent-days.ts';

/** Bar `index` of `count`, in a chart `height` px high whose top stands for `topBytes`. */
export type BarPlacement = { index: number; count: number; height: number; topBytes: number };

const radius = 2;
const stubPx = 2;

/** Percent of the chart's width; mirrored in right-to-left languages. */
export function barSlot({ index, count }: Pick<BarPlacement, 'index' | 'count'>): { x: number; width: number } {
  const width = 100 / count;
  return { x: width * (direction() === 'rtl' ? count - 1 - index : index), width };
}

function barShape(placement: BarPlacement): { x: string; width: string; rx: number } {
  const { x, width } = barSlot(placement);
  const share = placement.count > 60 ? 0.9 : 0.78;
  return { x: `${x + (width * (1 - share)) / 2}%`, width: `${width * share}%`, rx: radius };
}

export function barTop(bytes: number, { height, topBytes }: Pick<BarPlacement, 'height' | 'topBytes'>): number {
  return topBytes === 0 ? height : height - (bytes / topBytes) * height;
}

/**
 * A past day: no bar if it was not observed, a stub if nothing was used. It extends below the base line by its radius,
 * so that only the upper corners are round.
 */
export function UsageBar({ day, placement, hatch }: { day: RecentDay; placement: BarPlacement; hatch: string }) {
  if (day.usedBytes === null) return null;
  const y = Math.min(barTop(day.usedBytes, placement), placement.height - stubPx);
  const kind = day.isEstimated ? 'estimated' : day.usedBytes === 0 ? 'none' : day.isToday ? 'today' : 'past';
  return (
    <rect
      {...barShape(placement)}
      class={`day-bar day-${kind}`}
      fill={day.isEstimated ? `url(#${hatch})` : undefined}
      y={y}
      height={placement.height - y + radius}
    />
  );
}

/** A forecast day: a faint bar up to `high`, a band from `low` to `high`, a line at the likely amount. */
export function ForecastBar({ day, placement }: { day: ForecastDay; placement: BarPlacement }) {
  const bar = barShape(placement);
  const high = barTop(day.high, placement);
  return (
    <>
      <rect {...bar} class="day-forecast" y={high} height={placement.height - high + radius} />
      <rect {...bar} class="day-band" y={high} height={barTop(day.low, placement) - high} />
      {day.likely === null ? null : (
        <rect {...bar} rx={0} class="day-likely" y={barTop(day.likely, placement) - 1} height={2} />
      )}
    </>
  );
}

/** The fill of estimated days, referred to by `id`. */
export function HatchPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="day-hatch-ground" width="5" height="5" />
        <rect class="day-hatch-stripe" width="2.5" height="5" />
      </pattern>
    </defs>
  );
}
