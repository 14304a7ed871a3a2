import { t } from '../../utils/browser/i18n.ts';
import type { RecentDay } from '../../utils/core/history/recent-days.ts';
import type { DisplayMode } from '../../utils/core/usage/card-balance.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { roundedText, wholeMegabytesText } from '../format/data-amount-text.ts';
import { dayText } from '../format/date-text.ts';
import './UsageTable.css';
import '../ui/disclosure.css';

type Props = { days: RecentDay[]; view: DisplayMode; byteUnit: ByteUnit; now: number };

/** The days of the chart as a table, newest first, from the first observed day. */
export function UsageTable({ days, view, byteUnit, now }: Props) {
  const first = days.findIndex(({ usedBytes }) => usedBytes !== null);
  if (first < 0) return null;
  let total = 0;
  const rows = days.slice(first).map((day) => {
    total += day.usedBytes ?? 0;
    return { day, usedSoFar: total };
  });
  return (
    <details class="disclosure day-table">
      <summary>{t('history.table')}</summary>
      <table class="history-table" data-testid="day-table">
        <thead>
          <tr>
            <th scope="col">{t('history.day')}</th>
            <th scope="col">{t('history.used')}</th>
            <th scope="col">{view === 'left' ? t('history.leftAtEnd') : t('history.usedInAll')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.reverse().map(({ day, usedSoFar }) => (
            <tr key={day.startsAt}>
              <th scope="row">{dayText(day.startsAt, now)}</th>
              <td>
                <UsedCell day={day} byteUnit={byteUnit} />
              </td>
              <td>{view === 'used' ? roundedText(usedSoFar, byteUnit) : <LeftCell day={day} byteUnit={byteUnit} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function UsedCell({ day, byteUnit }: { day: RecentDay; byteUnit: ByteUnit }) {
  if (day.usedBytes === null) return <span class="day-note">{t('history.notWatched')}</span>;
  const note = day.isEstimated ? t('history.estimated') : day.isToday ? t('history.soFar') : null;
  return (
    <>
      <bdi>{day.isEstimated ? wholeMegabytesText(day.usedBytes, byteUnit) : roundedText(day.usedBytes, byteUnit)}</bdi>
      {note ? <span class="day-note"> {note}</span> : null}
    </>
  );
}

function LeftCell({ day, byteUnit }: { day: RecentDay; byteUnit: ByteUnit }) {
  if (day.leftBytes !== null) return <bdi>{roundedText(day.leftBytes, byteUnit)}</bdi>;
  return day.usedBytes === null ? null : <span class="day-note">{t('history.notMeasured')}</span>;
}
