import { t } from '../../utils/browser/i18n.ts';
import type { ForecastDay } from '../../utils/core/forecast/daily-forecast.ts';
import type { RecentDay } from '../../utils/core/history/recent-days.ts';
import { shortDayText } from '../format/date-text.ts';

type Tick = { index: number; text: string; place: 'start' | 'center' | 'end' };

/** The dates under a chart, and a mark under today. */
export function ChartAxis({ past, coming }: { past: RecentDay[]; coming: ForecastDay[] }) {
  const count = past.length + coming.length;
  return (
    <div class="day-axis" style={{ gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` }} aria-hidden="true">
      <i style={{ gridColumn: past.length }} />
      {axisTicks(past, coming).map(({ index, text, place }) => (
        <span style={{ gridColumn: index + 1, justifySelf: place }} key={index}>
          {text}
        </span>
      ))}
    </div>
  );
}

function axisTicks(past: RecentDay[], coming: ForecastDay[]): Tick[] {
  const today = past.length - 1;
  const count = past.length + coming.length;
  const middle = Math.floor(today / 2);
  const at = (index: number) => (past[index] ?? coming[index - past.length])?.startsAt ?? 0;
  const ticks: Tick[] = [{ index: 0, text: shortDayText(at(0)), place: 'start' }];
  if (today >= 20) ticks.push({ index: middle, text: shortDayText(at(middle)), place: 'center' });
  ticks.push({ index: today, text: t('history.today'), place: coming.length / count < 0.1 ? 'end' : 'center' });
  if (coming.length / count > 0.25) ticks.push({ index: count - 1, text: shortDayText(at(count - 1)), place: 'end' });
  return ticks;
}
