import { shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { type CheckState, refreshAllowedAt } from '../../utils/core/polling/check-schedule.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { cardBalance, isAtOrBelowPercent } from '../../utils/core/usage/card-balance.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { minuteMs } from '../../utils/core/values/time.ts';
import { failureText } from '../format/failure-text.ts';
import { FailureAction } from '../ui/FailureAction.tsx';
import './FailureBanner.css';

type Props = {
  account: Account;
  check: CheckState | null;
  snapshot: UsageSnapshot | null;
  card: Card | null;
  now: number;
};

/** What went wrong, since when, and the one thing to do; the figures below stay. */
export function FailureBanner({ account, check, snapshot, card, now }: Props) {
  if (!check?.failure) return null;
  const { failure, failingSince } = check;
  const sentence = failureText({
    failure,
    seller: account.seller.name,
    meteredBy: account.seller.meteredBy,
    origin: account.seller.origin,
    measuredAt: snapshot && card ? card.measuredAt - snapshot.skewMs : null,
    nextCheckAt: check.nextCheckAt,
    wasNearlyEmpty:
      snapshot !== null && card !== null && isAtOrBelowPercent(cardBalance(card, toSellerTime(snapshot, now)), 5),
    now,
  });
  const isLong = failingSince !== null && now - failingSince >= minuteMs;
  return (
    <section class="failure-note" data-testid="failure">
      <p>
        {sentence}
        {isLong ? <small>{t('failure.since', { when: shortTimeText(failingSince, now) })}</small> : null}
      </p>
      <FailureAction failure={failure} account={account} isHeld={now < refreshAllowedAt(check)} />
    </section>
  );
}
