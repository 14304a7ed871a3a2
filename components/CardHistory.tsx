import { useState } from 'preact/hooks';
import { durationText, momentText, t } from '../utils/browser/words.ts';
import { sellerTimeFor } from '../utils/core/card.ts';
import type { ListedCard } from '../utils/core/card-book.ts';
import { comingDaysFor } from '../utils/core/coming-days.ts';
import { forecastFor } from '../utils/core/forecast.ts';
import { csvNameFor, historyCsv } from '../utils/core/history-csv.ts';
import { logFor } from '../utils/core/history-log.ts';
import { pastDaysFor, steadyUntil, watchedFor, watchedMsOf } from '../utils/core/past-days.ts';
import { dayMs } from '../utils/core/time.ts';
import { ChangeLog } from './ChangeLog.tsx';
import { DayExplorer } from './DayChart.tsx';
import { DayTable } from './DayTable.tsx';
import { summarySentences } from './day-words.ts';
import { saveFile } from './save-file.ts';
import type { HistoryFacts } from './use-history.ts';

type Props = { facts: HistoryFacts; card: ListedCard; now: number };

const ranges = [14, 30, 90, 365] as const;
const mostComing = 14;

/** One card's days, what happened to it, and both as a file. */
export function CardHistory({ facts, card: { id, title, seller }, now }: Props) {
  const { settings, account, reading, samples, archive } = facts;
  const [range, setRange] = useState<number>(ranges[0]);
  const card = reading?.cards.find(({ key }) => key === id.cardKey) ?? null;
  const skewMs = reading?.skewMs ?? 0;
  const watched = watchedFor(samples, archive, card && steadyUntil(card), skewMs);
  const changes = (archive?.changes ?? []).map((change) => ({ ...change, at: change.at - skewMs }));
  const past = pastDaysFor(watched, range, now);
  if (past.totalBytes === 0 && changes.length === 0 && watchedMsOf(watched) < dayMs) {
    const since = watched[0]?.since;
    const sentence =
      since === undefined ? t('history.none') : t('history.watchedSince', { when: momentText(since, now) });
    return <p data-testid="no-history">{sentence}</p>;
  }

  const byteUnit = account?.seller.byteUnit ?? 1000;
  const coming =
    card && reading
      ? comingDaysFor(forecastFor(card, samples, sellerTimeFor(reading, now)), skewMs, mostComing, now)
      : [];
  const save = () => saveFile(csvNameFor(title, now), historyCsv(watched, changes, title), 'text/csv;charset=utf-8');
  return (
    <>
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
      <ChangeLog log={logFor(watched, changes)} seller={seller} byteUnit={byteUnit} now={now}>
        <button type="button" class="text-button" data-testid="csv" onClick={save}>
          {t('history.csv')}
        </button>
      </ChangeLog>
    </>
  );
}
