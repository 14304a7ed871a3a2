import { openAmountText, t } from '../../../utils/browser/i18n.ts';
import { roundedUp } from '../../../utils/core/traffic/day-traffic.ts';
import { useTodaysTraffic } from '../../hooks/use-todays-traffic.ts';
import '../../ui/page.css';

/** Keeps the place until it is loaded, so that what is below does not jump. */
const placeholder = '\u00a0';

/** What checking takes of the user's data itself. Nothing where there is no account to check. */
export function TodaysTraffic({ accountIds }: { accountIds: readonly string[] }) {
  const bytes = useTodaysTraffic(accountIds);
  if (accountIds.length === 0) return null;
  return (
    <p class="page-quiet" data-testid="traffic">
      {bytes === null ? placeholder : trafficText(bytes)}
    </p>
  );
}

function trafficText(bytes: number): string {
  if (bytes === 0) return t('settings.trafficNone');
  return t('settings.traffic', { amount: openAmountText(roundedUp(bytes), 1000) });
}
