import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { amountText, direction } from '../../utils/browser/i18n.ts';
import type { ForecastDay } from '../../utils/core/forecast/daily-forecast.ts';
import type { RecentDay, RecentDays } from '../../utils/core/history/recent-days.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { arrowKeyIndex } from '../ui/arrow-key-index.ts';
import { axisMaximum, highestBytes, limitInChart } from './axis-maximum.ts';
import { ChartAxis } from './ChartAxis.tsx';
import { type BarPlacement, barSlot, barTop, ForecastBar, HatchPattern, UsageBar } from './ChartBar.tsx';
import { ChartLegend } from './ChartLegend.tsx';
import { chartText, forecastDayText, usageDayText } from './chart-text.ts';
import './UsageChart.css';

type Props = {
  past: RecentDays;
  forecastDays: ForecastDay[];
  /** What may be used a day for the data to last; null: not known. */
  limitBytes: number | null;
  byteUnit: ByteUnit;
  now: number;
};

const heightPx = 160;
/** Narrower days could not be distinguished: a year scrolls instead. */
const minDayWidthPx = 1.7;

/** The large chart with a scale. Each day can be pointed at or reached by the arrow keys, and is described above. */
export function UsageExplorer({ past, forecastDays, limitBytes, byteUnit, now }: Props) {
  const hatch = useId();
  const listbox = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(past.days.length - 1);
  // Apart from `current`: hovering must not change which day the Tab key reaches.
  const [pointed, setPointed] = useState<number | null>(null);
  const count = past.days.length + forecastDays.length;
  const highest = highestBytes(past, forecastDays);
  const limit = limitInChart(limitBytes, highest);
  const topBytes = axisMaximum(Math.max(highest, limit ?? 0), byteUnit);
  const sentences = [
    ...past.days.map((day) => usageDayText(day, byteUnit, now)),
    ...forecastDays.map((day) => forecastDayText(day, byteUnit, now)),
  ];
  // Starts at the newest day. In right-to-left pages the end is at a negative offset.
  useLayoutEffect(() => {
    const end = scroller.current?.scrollWidth ?? 0;
    scroller.current?.scrollTo({ left: direction() === 'rtl' ? -end : end });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = arrowKeyIndex(event.key, current, count, direction() === 'rtl');
    if (next === null || event.key === 'ArrowUp' || event.key === 'ArrowDown') return;
    event.preventDefault();
    setCurrent(next);
    setPointed(null);
    listbox.current?.querySelectorAll<SVGElement>('.day')[next]?.focus();
  };
  return (
    <div class="day-chart">
      <p class="day-status" data-testid="day-status">
        {sentences[pointed ?? current]}
      </p>
      <div class="day-scroll" ref={scroller}>
        <div style={{ minInlineSize: `${count * minDayWidthPx}px` }}>
          <p class="day-top" aria-hidden="true">
            <span>{amountText(topBytes, byteUnit)}</span>
          </p>
          <div
            ref={listbox}
            role="listbox"
            aria-orientation="horizontal"
            aria-label={chartText(past, forecastDays, limitBytes, byteUnit, now)}
            onKeyDown={onKeyDown}
            onPointerLeave={() => setPointed(null)}
          >
            <svg class="day-bars" height={heightPx} role="presentation">
              <HatchPattern id={hatch} />
              <line class="day-line" x1="0" x2="100%" y1={heightPx / 2} y2={heightPx / 2} />
              {sentences.map((sentence, index) => {
                const day = past.days[index];
                const forecastDay = forecastDays[index - past.days.length];
                return (
                  <DayOption
                    key={day?.startsAt ?? forecastDay?.startsAt}
                    sentence={sentence}
                    placement={{ index, count, height: heightPx, topBytes }}
                    day={day}
                    forecastDay={forecastDay}
                    hatch={hatch}
                    isCurrent={index === current}
                    isShown={index === (pointed ?? current)}
                    onFocus={() => setCurrent(index)}
                    onPointerEnter={() => setPointed(index)}
                  />
                );
              })}
              {limit === null ? null : <LimitLine y={barTop(limit, { height: heightPx, topBytes })} />}
            </svg>
          </div>
          <ChartAxis past={past.days} forecastDays={forecastDays} />
        </div>
      </div>
      <ChartLegend past={past} hasForecast={forecastDays.length > 0} hasLimit={limit !== null} />
    </div>
  );
}

function LimitLine({ y }: { y: number }) {
  return <line class="day-limit" data-testid="day-limit" x1="0" x2="100%" y1={y} y2={y} />;
}

type DayOptionProps = {
  sentence: string;
  placement: BarPlacement;
  day: RecentDay | undefined;
  forecastDay: ForecastDay | undefined;
  hatch: string;
  isCurrent: boolean;
  isShown: boolean;
  onFocus: () => void;
  onPointerEnter: () => void;
};

function DayOption(props: DayOptionProps) {
  const { sentence, placement, day, forecastDay, hatch, isCurrent, isShown, onFocus, onPointerEnter } = props;
  const slot = barSlot(placement);
  return (
    <g
      class="day"
      role="option"
      aria-label={sentence}
      aria-selected={isCurrent}
      tabindex={isCurrent ? 0 : -1}
      data-shown={isShown}
      onFocus={onFocus}
      onPointerEnter={onPointerEnter}
    >
      <rect class="day-slot" x={`${slot.x}%`} width={`${slot.width}%`} y={0} height={placement.height} />
      {day ? <UsageBar day={day} placement={placement} hatch={hatch} /> : null}
      {forecastDay ? <ForecastBar day={forecastDay} placement={placement} /> : null}
    </g>
  );
}
