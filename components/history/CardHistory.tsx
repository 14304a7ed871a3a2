import { useState } from 'preact/hooks';
import { durationText, momentText, t } from '../../utils/browser/i18n.ts';
import type { ListedCard } from '../../utils/core/accounts/card-preferences.ts';
import { comingDaysFor } from '../../utils/core/forecast/daily-forecast.ts';
import { forecastFor } from '../../utils/core/forecast/forecast.ts';
import { logFor } from '../../utils/core/history/activity-log.ts';
import { csvNameFor, historyCsv } from '../../utils/core/history/history-csv.ts';
import {
  pastDaysFor,
  steadyUntil,
  type Watched,
  watchedFor,
  watchedMsOf,
} from '../../utils/core/history/recent-days.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { sellerTimeFor } from '../../utils/core/usage/usage-snapshot.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { summarySentences } from '../chart/chart-text.ts';
import { DayExplorer } from '../chart/UsageChart.tsx';
import { ChangeLog } from './ActivityLog.tsx';
import { saveFile } from './download-file.ts';
import { OrderLog } from './OrderHistory.tsx';
import { DayTable } from './UsageTable.tsx';
import type { HistoryFacts } from './use-history.ts';

type Props = { facts: HistoryFacts; card: ListedCard; now: number };

const ranges = [14, 30, 90, 365] as const;
const mostComing = 14;

/** One card's days, its orders, what happened to it, and all of it as a file. */
export function CardHistory({ facts, card: { id, title, seller }, now }: Props) {
  const { account, reading, samples, archive, orders } = facts;
  const card = reading?.cards.find(({ key }) => key === id.cardKey) ?? null;
  const skewMs = reading?.skewMs ?? 0;
  const watched = watchedFor(samples, archive, card && steadyUntil(card), skewMs);
  const changes = (archive?.changes ?? []).map((change) => ({ ...change, at: change.at - skewMs }));
  const hasPast = changes.length > 0 || hasUse(watched, now);
  const byteUnit = account?.seller.byteUnit ?? 1000;
  const save = () =>
    saveFile(csvNameFor(title, now), historyCsv(watched, changes, orders, title), 'text/csv;charset=utf-8');
  const csv = (
    <button type="button" class="text-button" data-testid="csv" onClick={save}>
      {t('history.csv')}
    </button>
  );
  return (
    <>
      {hasPast ? <Days facts={facts} card={card} watched={watched} now={now} /> : <NoUse watched={watched} now={now} />}
      {account ? (
        <OrderLog
          orders={orders}
          account={account}
          card={card}
          cardTitle={title}
          cardName={facts.listed.length > 1 ? title : null}
          reading={reading}
          offers={facts.offers}
          check={facts.check}
          now={now}
        >
          {hasPast ? null : csv}
        </OrderLog>
      ) : null}
      {hasPast ? (
        <ChangeLog log={logFor(watched, changes)} seller={seller} byteUnit={byteUnit} now={now}>
          {csv}
        </ChangeLog>
      ) : null}
    </>
  );
}

function hasUse(watched: Watched, now: number): boolean {
  return watchedMsOf(watched) >= dayMs || pastDaysFor(watched, ranges[0], now).totalBytes > 0;
}

function NoUse({ watched, now }: { watched: Watched; now: number }) {
  const since = watched[0]?.since;
  const sentence =
    since === undefined ? t('history.none') : t('history.watchedSince', { when: momentText(since, now) });
  return <p data-testid="no-history">{sentence}</p>;
}

type DaysProps = { facts: HistoryFacts; card: Card | null; watched: Watched; now: number };

function Days({ facts: { settings, account, reading, samples }, card, watched, now }: DaysProps) {
  const [range, setRange] = useState<number>(ranges[0]);
  const past = pastDaysFor(watched, range, now);
  const byteUnit = account?.seller.byteUnit ?? 1000;
  const coming =
    card && reading
      ? comingDaysFor(forecastFor(card, samples, sellerTimeFor(reading, now)), reading.skewMs, mostComing, now)
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
      <p data-testid="history-summary">{summarySentences(past, byteUnit, now)}</p>
      <DayExplorer past={past} coming={coming} byteUnit={byteUnit} now={now} key={range} />
      <DayTable days={past.days} view={settings.view} byteUnit={byteUnit} now={now} />
    </section>
  );
}
