import { t } from '../../utils/browser/i18n.ts';
import type { RecentDays } from '../../utils/core/history/recent-days.ts';

type Props = { past: RecentDays; hasForecast: boolean; hasLimit: boolean };

/** Names the kinds of bars, where there is more than one, and the line. */
export function ChartLegend({ past, hasForecast, hasLimit }: Props) {
  const hasEstimated = past.days.some(({ isEstimated }) => isEstimated);
  if (!hasEstimated && !hasForecast && !hasLimit) return null;
  return (
    <ul class="day-legend">
      <li class="of-used">{t('history.legendUsed')}</li>
      {hasEstimated ? <li class="of-estimated">{t('history.legendEstimated')}</li> : null}
      {hasForecast ? <li class="of-expected">{t('history.legendExpected')}</li> : null}
      {hasLimit ? <li class="of-limit">{t('history.legendLimit')}</li> : null}
    </ul>
  );
}
