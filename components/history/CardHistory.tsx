import { isPrivacyMode, shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { ListedCard } from '../../utils/core/accounts/card-preferences.ts';
import { activityLog } from '../../utils/core/history/activity-log.ts';
import { csvFileName, historyCsv } from '../../utils/core/history/history-csv.ts';
import {
  type ObservedUsage,
  observedUsage,
  recentDays,
  totalObservedMs,
  unchangedUntil,
} from '../../utils/core/history/recent-days.ts';
import { spentByMonth } from '../../utils/core/history/spent-by-month.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { ActivityLog } from './ActivityLog.tsx';
import { DailyUsage, shortestRange } from './DailyUsage.tsx';
import { downloadFile } from './download-file.ts';
import { OrderHistory } from './OrderHistory.tsx';
import { SpentByMonth } from './SpentByMonth.tsx';
import type { HistoryState } from './use-history.ts';

type Props = { state: HistoryState; card: ListedCard; now: number };

/** One card's usage per day, its orders, what was spent, and the activity log, with the download as CSV. */
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
  // The file holds what is hidden.
  const csvButton = isPrivacyMode() ? null : (
    <button type="button" class="small-button" data-testid="csv" onClick={save}>
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
      {areTermsTold ? <SpentByMonth months={spentByMonth(orders)} /> : null}
      {hasHistory ? (
        <ActivityLog log={activityLog(changes)} seller={seller} byteUnit={byteUnit} now={now}>
          {csvButton}
        </ActivityLog>
      ) : null}
    </>
  );
}

function hasUsage(observed: ObservedUsage, now: number): boolean {
  return totalObservedMs(observed) >= dayMs || recentDays(observed, shortestRange, now).totalBytes > 0;
}

function NoUsage({ observed, now }: { observed: ObservedUsage; now: number }) {
  const since = observed[0]?.since;
  const sentence =
    since === undefined ? t('history.none') : t('history.watchedSince', { when: shortTimeText(since, now) });
  return <p data-testid="no-history">{sentence}</p>;
}
