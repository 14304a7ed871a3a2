import { t } from '../../utils/browser/i18n.ts';
import type { RecentDays } from '../../utils/core/history/recent-days.ts';

/** Names the kinds of bars, where there is more than one. */
export function ChartLegend({ past, hasForecast }: { past: RecentDays; hasForecast: boolean }) {
  const hasEstimated = past.days.some(({ isEstimated }) => isEstimated);
  if (!hasEstimated && !hasForecast) return null;
  return (
    <ul class="day-legend">
      <li class="of-used">{t('history.legendUsed')}</li>
      {hasEstimated ? <li class="of-estimated">{t('history.legendEstimated')}</li> : null}
      {hasForecast ? <li class="of-expected">{t('history.legendExpected')}</li> : null}
    </ul>
  );
}
