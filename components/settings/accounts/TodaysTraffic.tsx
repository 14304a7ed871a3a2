import { openAmountText, t } from '../../../utils/browser/i18n.ts';
import type { CheckState } from '../../../utils/core/polling/check-schedule.ts';
import { dayOf, roundedUp, trafficOf } from '../../../utils/core/traffic/day-traffic.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import '../../ui/page.css';

type Props = {
  hasAccounts: boolean;
  /** Of all accounts. */
  checks: readonly CheckState[];
};

/** What checking takes of the user's data itself. Nothing where there is no account to check. */
export function TodaysTraffic({ hasAccounts, checks }: Props) {
  const now = useNow(minuteMs);
  if (!hasAccounts) return null;
  const counted = checks.map(({ traffic }) => traffic);
  return (
    <p class="page-quiet" data-testid="traffic">
      {trafficText(trafficOf(dayOf(now), counted).bytes)}
    </p>
  );
}

function trafficText(bytes: number): string {
  if (bytes === 0) return t('settings.trafficNone');
  return t('settings.traffic', { amount: openAmountText(roundedUp(bytes), 1000) });
}
