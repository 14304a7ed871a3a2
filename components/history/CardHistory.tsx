import { useState } from 'preact/hooks';
import { durationText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { ListedCard } from '../../utils/core/accounts/card-preferences.ts';
import { dailyForecast } from '../../utils/core/forecast/daily-forecast.ts';
import { forecastFor } from '../../utils/core/forecast/forecast.ts';
import { activityLog } from '../../utils/core/history/activity-log.ts';
import { csvFileName, historyCsv } from '../../utils/core/history/history-csv.ts';
import {
  type ObservedUsage,
  observedUsage,
  recentDays,
  totalObservedMs,
  unchangedUntil,
} from '../../utils/core/history/recent-days.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { toSellerTime } from '../../utils/core/usage/usage-snapshot.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { usageSummaryText } from '../chart/chart-text.ts';
import { UsageExplorer } from '../chart/UsageExplorer.tsx';
import { ActivityLog } from './ActivityLog.tsx';
import { downloadFile } from './download-file.ts';
import { OrderHistory } from './OrderHistory.tsx';
import { UsageTable } from './UsageTable.tsx';
import type { HistoryState } from './use-history.ts';

type Props = { state: HistoryState; card: ListedCard; now: number };

const ranges = [14, 30, 90, 365] as const;
const maxForecastDays = 14;

/** One card's usage per day, orders and activity log, with the download as CSV. */
export function CardHistory({ state, card: { id, title, seller }, now }: Props) {
  const { account, snapshot, samples, archive, orders } = state;
  const card = snapshot?.cards.find(({ key }) => key === id.cardKey) ?? null;
  const skewMs = snapshot?.skewMs ?? 0;
  const observed = observedUsage(samples, archive, card && unchangedUntil(card), skewMs);
  const changes = (archive?.changes ?? []).map((change) => ({ ...change, at: change.at - skewMs }));
  const hasHistory = changes.length > 0 || hasUsage(observed, now);
  const byteUnit = account?.seller.byteUnit ?? 1000;
  // Of a page nobody tells what is bought there.
  const areTermsTold = !account?.seller.page;
  const save = () => {
    const csv = historyCsv(observed, changes, orders, title, areTermsTold);
    downloadFile(csvFileName(title, now), csv, 'text/csv;charset=utf-8');
  };
  const csvButton = (
    <button type="button" class="text-button" data-testid="csv" onClick={save}>
      {t('history.csv')}
    </button>
  );
  return (
    <>
      {hasHistory ? (
        <DailyUsage state={state} card={card} observed={observed} now={now} />
      ) : (
        <NoUsage observed={observed} now={now} />
      )}
      {account ? (
        <OrderHistory
          orders={orders}
          account={account}
          card={card}
          cardTitle={title}
          cardName={state.listed.length + state.gone.length > 1 ? title : null}
          snapshot={snapshot}
          offers={state.offers}
          check={state.check}
          now={now}
        >
          {hasHistory ? null : csvButton}
        </OrderHistory>
      ) : null}
      {hasHistory ? (
        <ActivityLog log={activityLog(observed, changes)} seller={seller} byteUnit={byteUnit} now={now}>
          {csvButton}
        </ActivityLog>
      ) : null}
    </>
  );
}

function hasUsage(observed: ObservedUsage, now: number): boolean {
  return totalObservedMs(observed) >= dayMs || recentDays(observed, ranges[0], now).totalBytes > 0;
}

function NoUsage({ observed, now }: { observed: ObservedUsage; now: number }) {
  const since = observed[0]?.since;
  const sentence =
    since === undefined ? t('history.none') : t('history.watchedSince', { when: shortTimeText(since, now) });
  return <p data-testid="no-history">{sentence}</p>;
}

type DailyUsageProps = { state: HistoryState; card: Card | null; observed: ObservedUsage; now: number };

function DailyUsage({ state: { settings, account, snapshot, samples }, card, observed, now }: DailyUsageProps) {
  const [range, setRange] = useState<number>(ranges[0]);
  const past = recentDays(observed, range, now);
  const byteUnit = account?.seller.byteUnit ?? 1000;
  const forecastDays =
    card && snapshot
      ? dailyForecast(forecastFor(card, samples, toSellerTime(snapshot, now)), snapshot.skewMs, maxForecastDays, now)
      : [];
  return (
    <section class="page-section history-days">
      <div class="history-bar">
        <h2>{t('history.usePerDay')}</h2>
        {/* biome-ignore lint/a11y/useSemanticElements: a <fieldset> cannot be laid out in a row beside its heading. */}
        <div class="history-ranges" role="group" aria-label={t('history.range')}>
          {ranges.map((days) => (
            <button
              type="button"
              data-testid="history-range"
              value={days}
              aria-pressed={days === range}
              onClick={() => setRange(days)}
              key={days}
            >
              {durationText(days * dayMs)}
            </button>
          ))}
        </div>
      </div>
      <p data-testid="history-summary">{usageSummaryText(past, byteUnit, now)}</p>
      <UsageExplorer past={past} forecastDays={forecastDays} byteUnit={byteUnit} now={now} key={range} />
      <UsageTable days={past.days} view={settings.view} byteUnit={byteUnit} now={now} />
    </section>
  );
}
