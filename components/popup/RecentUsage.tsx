import { useMemo } from 'preact/hooks';
import { durationText, momentText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { type ComingDay, comingDaysFor } from '../../utils/core/forecast/daily-forecast.ts';
import type { Forecast } from '../../utils/core/forecast/forecast.ts';
import {
  type PastDays as Past,
  pastDaysFor,
  steadyUntil,
  watchedFor,
  watchedMsOf,
} from '../../utils/core/history/recent-days.ts';
import type { Samples } from '../../utils/core/history/usage-samples.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { type CardId, cardIdText } from '../../utils/core/usage/card-id.ts';
import type { Reading } from '../../utils/core/usage/usage-snapshot.ts';
import { dayMs, minuteMs } from '../../utils/core/values/time.ts';
import { DayChart } from '../chart/UsageChart.tsx';
import { wholeMegabytesText } from '../format/amount-text.ts';
import './RecentUsage.css';
import '../ui/text-button.css';

type Props = {
  samples: Samples | null;
  card: Card;
  reading: Reading;
  forecast: Forecast;
  seller: Seller;
  id: CardId;
  now: number;
};

const shownDays = 14;
const comingDays = 3;

/** The last two weeks at a glance, and the way to the whole history. */
export function PastDays({ samples, card, reading, forecast, seller, id, now }: Props) {
  const { skewMs } = reading;
  const minute = now - (now % minuteMs);
  // While an order is open the popup is drawn each second.
  const { watched, past, coming } = useMemo(() => {
    const watched = watchedFor(samples, null, steadyUntil(card), skewMs);
    return {
      watched,
      past: watchedMsOf(watched) < dayMs ? null : pastDaysFor(watched, shownDays, minute),
      coming: comingDaysFor(forecast, skewMs, comingDays, minute),
    };
  }, [samples, card, forecast, skewMs, minute]);
  return (
    <section class="past-days" data-testid="past-days">
      {past ? (
        <TwoWeeks past={past} coming={coming} seller={seller} now={now} />
      ) : (
        <p class="past-quiet">
          {watched[0] ? t('history.watchedSince', { when: momentText(watched[0].since, now) }) : t('history.none')}
        </p>
      )}
      <a
        class="text-button"
        data-testid="history-link"
        href={`history.html?card=${encodeURIComponent(cardIdText(id))}`}
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
  coming: ComingDay[];
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
      <DayChart past={past} coming={coming} byteUnit={seller.byteUnit} now={now} />
    </>
  );
}
