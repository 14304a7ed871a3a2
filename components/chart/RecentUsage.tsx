import { durationText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { dailyForecast } from '../../utils/core/forecast/daily-forecast.ts';
import type { Forecast } from '../../utils/core/forecast/forecast.ts';
import { observedUsage, recentDays, totalObservedMs, unchangedUntil } from '../../utils/core/history/recent-days.ts';
import type { UsageSamples } from '../../utils/core/history/usage-samples.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { type CardId, formatCardId } from '../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { wholeMegabytesText } from '../format/data-amount-text.ts';
import { useEachMinute } from '../hooks/use-now.ts';
import { FoldedRow } from '../ui/FoldedRow.tsx';
import { Sparkline } from './Sparkline.tsx';
import { UsageChart } from './UsageChart.tsx';
import '../ui/button.css';

type Props = {
  samples: UsageSamples | null;
  card: Card;
  snapshot: UsageSnapshot;
  forecast: Forecast;
  seller: Seller;
  id: CardId;
  now: number;
};

const shownDayCount = 14;
const forecastDayCount = 3;

/** Usage of the last two weeks, in a row that opens in place; in it the chart, and a link to the whole history. */
export function RecentUsage({ samples, card, snapshot, forecast, seller, id, now }: Props) {
  const { skewMs } = snapshot;
  const shownDays = (minute: number) => {
    const observed = observedUsage(samples, null, unchangedUntil(card), skewMs);
    return {
      since: observed[0]?.since,
      past: totalObservedMs(observed) < dayMs ? null : recentDays(observed, shownDayCount, minute),
      forecastDays: dailyForecast(forecast, skewMs, forecastDayCount, minute),
    };
  };
  const { since, past, forecastDays } = useEachMinute(shownDays, now, [samples, card, forecast, skewMs]);
  const perDayBytes = past?.perDayBytes ?? null;
  return (
    <FoldedRow
      title={t('history.last', { length: durationText(shownDayCount * dayMs) })}
      summary={
        <>
          {past ? <Sparkline past={past} /> : null}
          {perDayBytes === null ? null : (
            <span>{t('history.perDay', { amount: wholeMegabytesText(perDayBytes, seller.byteUnit) })}</span>
          )}
        </>
      }
      testId="past-days"
    >
      {() => (
        <>
          {past ? (
            <UsageChart past={past} forecastDays={forecastDays} byteUnit={seller.byteUnit} now={now} />
          ) : (
            <p class="day-none-yet" data-testid="no-past-days">
              {since === undefined ? t('history.none') : t('history.watchedSince', { when: shortTimeText(since, now) })}
            </p>
          )}
          <a
            class="link"
            data-testid="history-link"
            href={`history.html?card=${encodeURIComponent(formatCardId(id))}`}
            target="_blank"
            rel="noreferrer"
          >
            {t('history.open')}
          </a>
        </>
      )}
    </FoldedRow>
  );
}
