import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { amountText, direction, t } from '../../utils/browser/i18n.ts';
import type { ForecastDay } from '../../utils/core/forecast/daily-forecast.ts';
import type { RecentDays } from '../../utils/core/history/recent-days.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { arrowKeyIndex } from '../ui/arrow-key-index.ts';
import { axisMaximum } from './axis-maximum.ts';
import { ChartAxis } from './ChartAxis.tsx';
import { type BarPlacement, barSlot, ForecastBar, UsageBar } from './ChartBar.tsx';
import { chartText, forecastDayText, usageDayText } from './chart-text.ts';
import './UsageChart.css';

type Props = { past: RecentDays; coming: ForecastDay[]; byteUnit: ByteUnit; now: number };

const smallPx = 56;
const largePx = 160;
/** Days narrower than this could not be told apart: the year is then scrolled. */
const narrowestPx = 1.7;

function maximumOf(past: RecentDays, coming: ForecastDay[]): number {
  return Math.max(past.highest?.usedBytes ?? 0, ...coming.map(({ high }) => high));
}

function hasEstimated(past: RecentDays): boolean {
  return past.days.some(({ isEstimated }) => isEstimated);
}

/** Use per day as a picture, with what may be used next. */
export function UsageChart({ past, coming, byteUnit, now }: Props) {
  const hatch = useId();
  const count = past.days.length + coming.length;
  const place = (index: number): BarPlacement => ({ index, count, height: smallPx, topBytes: maximumOf(past, coming) });
  return (
    <div class="day-chart">
      <svg class="day-bars" height={smallPx} role="img" aria-label={chartText(past, coming, byteUnit, now)}>
        <Hatch id={hatch} />
        {past.days.map((day, at) => (
          <UsageBar day={day} place={place(at)} hatch={hatch} key={day.startsAt} />
        ))}
        {coming.map((day, at) => (
          <ForecastBar day={day} place={place(past.days.length + at)} key={day.startsAt} />
        ))}
      </svg>
      <ChartAxis past={past.days} coming={coming} />
      <Legend hasEstimated={hasEstimated(past)} hasComing={false} />
    </div>
  );
}

/** The same, larger and with a scale; each day can be reached by the arrow keys or pointed at, and is then named. */
export function UsageExplorer({ past, coming, byteUnit, now }: Props) {
  const hatch = useId();
  const place = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [current, go] = useState(past.days.length - 1);
  // Apart from the focus: what the pointer lies on must not move the place of the Tab key.
  const [pointed, point] = useState<number | null>(null);
  const count = past.days.length + coming.length;
  const topBytes = axisMaximum(maximumOf(past, coming), byteUnit);
  const sentences = [
    ...past.days.map((day) => usageDayText(day, byteUnit, now)),
    ...coming.map((day) => forecastDayText(day, byteUnit, now)),
  ];
  // What is new is seen first; right-to-left, the other end is a negative distance away.
  useLayoutEffect(() => {
    const end = scroller.current?.scrollWidth ?? 0;
    scroller.current?.scrollTo({ left: direction() === 'rtl' ? -end : end });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = arrowKeyIndex(event.key, current, count, direction() === 'rtl');
    if (next === null || event.key === 'ArrowUp' || event.key === 'ArrowDown') return;
    event.preventDefault();
    go(next);
    point(null);
    place.current?.querySelectorAll<SVGElement>('.day')[next]?.focus();
  };
  return (
    <div class="day-chart">
      <p class="day-status" data-testid="day-status">
        {sentences[pointed ?? current]}
      </p>
      <div class="day-scroll" ref={scroller}>
        <div style={{ minInlineSize: `${count * narrowestPx}px` }}>
          <p class="day-top" aria-hidden="true">
            <span>{amountText(topBytes, byteUnit)}</span>
          </p>
          <div
            ref={place}
            role="listbox"
            aria-orientation="horizontal"
            aria-label={chartText(past, coming, byteUnit, now)}
            onKeyDown={onKeyDown}
            onPointerLeave={() => point(null)}
          >
            <svg class="day-bars" height={largePx} role="presentation">
              <Hatch id={hatch} />
              <line class="day-line" x1="0" x2="100%" y1={largePx / 2} y2={largePx / 2} />
              {sentences.map((sentence, index) => {
                const slot = barSlot({ index, count, height: largePx, topBytes });
                const at = { index, count, height: largePx, topBytes };
                const day = past.days[index];
                const next = coming[index - past.days.length];
                return (
                  <g
                    class="day"
                    key={day?.startsAt ?? next?.startsAt}
                    role="option"
                    aria-label={sentence}
                    aria-selected={index === current}
                    tabindex={index === current ? 0 : -1}
                    data-shown={index === (pointed ?? current)}
                    onFocus={() => go(index)}
                    onPointerEnter={() => point(index)}
                  >
                    <rect class="day-slot" x={`${slot.x}%`} width={`${slot.width}%`} y={0} height={largePx} />
                    {day ? <UsageBar day={day} place={at} hatch={hatch} /> : null}
                    {next ? <ForecastBar day={next} place={at} /> : null}
                  </g>
                );
              })}
            </svg>
          </div>
          <ChartAxis past={past.days} coming={coming} />
        </div>
      </div>
      <Legend hasEstimated={hasEstimated(past)} hasComing={coming.length > 0} />
    </div>
  );
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="day-hatch-ground" width="5" height="5" />
        <rect class="day-hatch-stripe" width="2.5" height="5" />
      </pattern>
    </defs>
  );
}

function Legend({ hasEstimated, hasComing }: { hasEstimated: boolean; hasComing: boolean }) {
  if (!hasEstimated && !hasComing) return null;
  return (
    <ul class="day-legend">
      <li class="of-used">{t('history.legendUsed')}</li>
      {hasEstimated ? <li class="of-estimated">{t('history.legendEstimated')}</li> : null}
      {hasComing ? <li class="of-coming">{t('history.legendExpected')}</li> : null}
    </ul>
  );
}
