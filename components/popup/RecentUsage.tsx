import { durationText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { dailyForecast, type ForecastDay } from '../../utils/core/forecast/daily-forecast.ts';
import type { Forecast } from '../../utils/core/forecast/forecast.ts';
import {
  observedUsage,
  type RecentDays,
  recentDays,
  totalObservedMs,
  unchangedUntil,
} from '../../utils/core/history/recent-days.ts';
import type { UsageSamples } from '../../utils/core/history/usage-samples.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { type CardId, formatCardId } from '../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { UsageChart } from '../chart/UsageChart.tsx';
import { wholeMegabytesText } from '../format/data-amount-text.ts';
import { useEachMinute } from '../hooks/use-now.ts';
import './RecentUsage.css';
import '../ui/text-button.css';

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

/** Usage of the last two weeks, and a link to the whole history. */
export function RecentUsage({ samples, card, snapshot, forecast, seller, id, now }: Props) {
  const { skewMs } = snapshot;
  const shownDays = (minute: number) => {
    const observed = observedUsage(samples, null, unchangedUntil(card), skewMs);
    return {
      observed,
      past: totalObservedMs(observed) < dayMs ? null : recentDays(observed, shownDayCount, minute),
      forecastDays: dailyForecast(forecast, skewMs, forecastDayCount, minute),
    };
  };
  const { observed, past, forecastDays } = useEachMinute(shownDays, now, [samples, card, forecast, skewMs]);
  return (
    <section class="recent-usage" data-testid="past-days">
      {past ? (
        <UsagePreview past={past} forecastDays={forecastDays} seller={seller} now={now} />
      ) : (
        <p class="recent-usage-empty">
          {observed[0] ? t('history.watchedSince', { when: shortTimeText(observed[0].since, now) }) : t('history.none')}
        </p>
      )}
      <a
        class="text-button"
        data-testid="history-link"
        href={`history.html?card=${encodeURIComponent(formatCardId(id))}`}
        target="_blank"
        rel="noreferrer"
      >
        {t('history.open')}
      </a>
    </section>
  );
}

type PreviewProps = {
  past: RecentDays;
  forecastDays: ForecastDay[];
  seller: Seller;
  now: number;
};

function UsagePreview({ past, forecastDays, seller, now }: PreviewProps) {
  const { perDayBytes } = past;
  return (
    <>
      <h2 class="recent-usage-head">
        <span>{t('history.last', { length: durationText(shownDayCount * dayMs) })}</span>
        {perDayBytes === null ? null : (
          <span>{t('history.perDay', { amount: wholeMegabytesText(perDayBytes, seller.byteUnit) })}</span>
        )}
      </h2>
      <UsageChart past={past} forecastDays={forecastDays} byteUnit={seller.byteUnit} now={now} />
    </>
  );
}
