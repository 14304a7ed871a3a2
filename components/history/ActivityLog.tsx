import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { dateTimeText, t } from '../../utils/browser/i18n.ts';
import { type ActivityDay, truncateLog } from '../../utils/core/history/activity-log.ts';
import type { BalanceChange } from '../../utils/core/history/usage-samples.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { roundedText } from '../format/data-amount-text.ts';
import { dayText, timeText } from '../format/date-text.ts';
import './ActivityLog.css';
import '../ui/button.css';

type Props = { log: ActivityDay[]; seller: string; byteUnit: ByteUnit; now: number; children: ComponentChildren };

const pageSize = 50;

/** What changed the balance other than usage, by day, newest first. */
export function ActivityLog({ log, seller, byteUnit, now, children }: Props) {
  const [limit, setLimit] = useState(pageSize);
  const { days, isAll } = truncateLog(log, limit);
  return (
    <section class="page-section" data-testid="change-log">
      <div class="history-bar">
        <h2>{t('history.log')}</h2>
        {children}
      </div>
      {days.length === 0 ? <p>{t('history.logNone')}</p> : null}
      <div>
        {days.map((day) => (
          <section class="log-day" key={day.startsAt}>
            <h3>{dayText(day.startsAt, now)}</h3>
            <ul>
              {day.changes.map((change, index) => (
                <ActivityEntry
                  change={change}
                  seller={seller}
                  byteUnit={byteUnit}
                  now={now}
                  key={`${change.at} ${index}`}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {isAll ? null : (
        <button type="button" class="small-button" data-testid="log-more" onClick={() => setLimit(limit + pageSize)}>
          {t('history.more')}
        </button>
      )}
      <p class="page-quiet">{t('history.dips')}</p>
    </section>
  );
}

type EntryProps = { change: BalanceChange; seller: string; byteUnit: ByteUnit; now: number };

function ActivityEntry({ change, seller, byteUnit, now }: EntryProps) {
  return (
    <li class="log-entry" data-cause={change.cause}>
      <span>{changeText(change, seller, byteUnit)}</span>
      {change.name ? <bdi class="log-module">{change.name}</bdi> : null}
      <time dateTime={new Date(change.at).toISOString()} title={dateTimeText(change.at, now)}>
        {timeText(change.at)}
      </time>
    </li>
  );
}

function changeText({ cause, bytes }: BalanceChange, seller: string, byteUnit: ByteUnit): string {
  const amount = roundedText(Math.abs(bytes), byteUnit);
  switch (cause) {
    case 'credited':
      return t('history.credited', { amount });
    case 'rolled-over':
      return t('history.rolledOver', { amount });
    case 'lapsed':
      return t('history.lapsed', { amount });
    case 'corrected':
      return t('history.corrected', { amount: `${bytes < 0 ? '−' : '+'}${amount}`, seller });
    case 'reset':
      return t('history.reset', { amount });
  }
}
