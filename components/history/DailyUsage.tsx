import { useState } from 'preact/hooks';
import { durationText, t } from '../../utils/browser/i18n.ts';
import { dailyForecast } from '../../utils/core/forecast/daily-forecast.ts';
import { forecastFor } from '../../utils/core/forecast/forecast.ts';
import { countDays, planPeriodStart } from '../../utils/core/history/plan-period.ts';
import { type ObservedUsage, recentDays } from '../../utils/core/history/recent-days.ts';
import { checkIntervalMs } from '../../utils/core/polling/check-interval.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { toSellerTime } from '../../utils/core/usage/usage-snapshot.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { usageSummaryText } from '../chart/chart-text.ts';
import { UsageExplorer } from '../chart/UsageExplorer.tsx';
import { summarizeBalance } from '../popup/balance/summarize-balance.ts';
import { UsageTable } from './UsageTable.tsx';
import type { HistoryState } from './use-history.ts';

type Props = { state: HistoryState; card: Card | null; observed: ObservedUsage; now: number };

/** In days. */
const ranges = [14, 30, 90, 365] as const;
export const shortestRange = ranges[0];
const longestRange = ranges[3];
const maxForecastDays = 14;

/** Usage per day of the present plan or of the last days, as a chart and as a table. */
export function DailyUsage({ state, card, observed, now }: Props) {
  const { settings, account } = state;
  const byteUnit = account?.seller.byteUnit ?? 1000;
  const [chosen, choose] = useState<string | null>(null);
  const options = rangeOptions(planDayCount(state, card, now));
  const current = options.find(({ id }) => id === chosen) ?? options[0];
  const past = recentDays(observed, current?.days ?? shortestRange, now);
  const { forecastDays, limitBytes, status } = outlookOf(state, card, now);
  return (
    <section class="page-section history-days" data-status={status}>
      <div class="history-bar">
        <h2>{t('history.usePerDay')}</h2>
        {/* biome-ignore lint/a11y/useSemanticElements: a <fieldset> cannot be laid out in a row beside its heading. */}
        <div class="history-ranges" role="group" aria-label={t('history.range')}>
          {options.map(({ id, name }) => (
            <button
              type="button"
              data-testid="history-range"
              aria-pressed={id === current?.id}
              onClick={() => choose(id)}
              key={id}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
      <p data-testid="history-summary">{usageSummaryText(past, limitBytes, byteUnit, now)}</p>
      <UsageExplorer
        past={past}
        forecastDays={forecastDays}
        limitBytes={limitBytes}
        byteUnit={byteUnit}
        now={now}
        key={current?.id}
      />
      <UsageTable days={past.days} view={settings.view} byteUnit={byteUnit} now={now} />
    </section>
  );
}

/** The present plan first, where it is known when it began. */
function rangeOptions(planDays: number | null): { id: string; days: number; name: string }[] {
  const plan = planDays === null ? [] : [{ id: 'plan', days: planDays, name: t('history.thisPlan') }];
  return [...plan, ...ranges.map((days) => ({ id: String(days), days, name: durationText(days * dayMs) }))];
}

function planDayCount({ snapshot }: HistoryState, card: Card | null, now: number): number | null {
  const startsAt = card && snapshot ? planPeriodStart(card, toSellerTime(snapshot, now)) : null;
  return startsAt === null || !snapshot ? null : countDays(startsAt - snapshot.skewMs, now, longestRange);
}

/** What is expected, what may be used a day for the data to last, and how it stands, as the popup says it. */
function outlookOf({ settings, snapshot, samples, check }: HistoryState, card: Card | null, now: number) {
  if (!card || !snapshot) return { forecastDays: [], limitBytes: null, status: undefined };
  const forecast = forecastFor(card, samples, toSellerTime(snapshot, now));
  const intervalMs = checkIntervalMs(settings, check);
  const summary = summarizeBalance({ card, snapshot, forecast, intervalMs, view: settings.view, now });
  return {
    forecastDays: dailyForecast(forecast, snapshot.skewMs, maxForecastDays, now),
    limitBytes: summary.safePerDayBytes,
    status: summary.isOld ? 'stale' : summary.status,
  };
}
