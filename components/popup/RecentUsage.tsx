import { useMemo } from 'preact/hooks';
import { durationText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { dailyForecast, type ForecastDay } from '../../utils/core/forecast/daily-forecast.ts';
import type { Forecast } from '../../utils/core/forecast/forecast.ts';
import {
  observedUsage,
  type RecentDays as Past,
  recentDays,
  totalObservedMs,
  unchangedUntil,
} from '../../utils/core/history/recent-days.ts';
import type { UsageSamples } from '../../utils/core/history/usage-samples.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { type CardId, formatCardId } from '../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { dayMs, minuteMs } from '../../utils/core/values/time.ts';
import { UsageChart } from '../chart/UsageChart.tsx';
import { wholeMegabytesText } from '../format/amount-text.ts';
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

const shownDays = 14;
const forecastDays = 3;

/** The last two weeks at a glance, and the way to the whole history. */
export function RecentUsage({ samples, card, snapshot, forecast, seller, id, now }: Props) {
  const { skewMs } = snapshot;
  const minute = now - (now % minuteMs);
  // While an order is open the popup is drawn each second.
  const { observed, past, coming } = useMemo(() => {
    const observed = observedUsage(samples, null, unchangedUntil(card), skewMs);
    return {
      observed,
      past: totalObservedMs(observed) < dayMs ? null : recentDays(observed, shownDays, minute),
      coming: dailyForecast(forecast, skewMs, forecastDays, minute),
    };
  }, [samples, card, forecast, skewMs, minute]);
  return (
    <section class="past-days" data-testid="past-days">
      {past ? (
        <TwoWeeks past={past} coming={coming} seller={seller} now={now} />
      ) : (
        <p class="past-quiet">
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

type TwoWeeksProps = {
  past: Past;
  coming: ForecastDay[];
  seller: Seller;
  now: number;
};

function TwoWeeks({ past, coming, seller, now }: TwoWeeksProps) {
  const { perDayBytes } = past;
  return (
    <>
      <h2 class="past-head">
        <span>{t('history.last', { length: durationText(shownDays * dayMs) })}</span>
        {perDayBytes === null ? null : (
          <span>{t('history.perDay', { amount: wholeMegabytesText(perDayBytes, seller.byteUnit) })}</span>
        )}
      </h2>
      <UsageChart past={past} coming={coming} byteUnit={seller.byteUnit} now={now} />
    </>
  );
}
