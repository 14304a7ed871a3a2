import { t } from '../../utils/browser/i18n.ts';
import type { ForecastDay } from '../../utils/core/forecast/daily-forecast.ts';
import type { RecentDay } from '../../utils/core/history/recent-days.ts';
import { shortDayText } from '../format/date-text.ts';

type Tick = { index: number; text: string; align: 'start' | 'center' | 'end' };

/** The dates below a chart and a mark below today. */
export function ChartAxis({ past, forecastDays }: { past: RecentDay[]; forecastDays: ForecastDay[] }) {
  const count = past.length + forecastDays.length;
  return (
    <div class="day-axis" style={{ gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` }} aria-hidden="true">
      <i style={{ gridColumn: past.length }} />
      {axisTicks(past, forecastDays).map(({ index, text, align }) => (
        <span style={{ gridColumn: index + 1, justifySelf: align }} key={index}>
          {text}
        </span>
      ))}
    </div>
  );
}

function axisTicks(past: RecentDay[], forecastDays: ForecastDay[]): Tick[] {
  const today = past.length - 1;
  const count = past.length + forecastDays.length;
  const middle = Math.floor(today / 2);
  const startOf = (index: number) => (past[index] ?? forecastDays[index - past.length])?.startsAt ?? 0;
  const ticks: Tick[] = [{ index: 0, text: shortDayText(startOf(0)), align: 'start' }];
  if (today >= 20) ticks.push({ index: middle, text: shortDayText(startOf(middle)), align: 'center' });
  ticks.push({ index: today, text: t('history.today'), align: forecastDays.length / count < 0.1 ? 'end' : 'center' });
  if (forecastDays.length / count > 0.25)
    ticks.push({ index: count - 1, text: shortDayText(startOf(count - 1)), align: 'end' });
  return ticks;
}
