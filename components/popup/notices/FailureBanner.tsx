import { shortTimeText, t } from '../../../utils/browser/i18n.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { type CheckState, refreshAllowedAt } from '../../../utils/core/polling/check-schedule.ts';
import type { OneAct } from '../../../utils/core/popup/user-act.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { cardBalance, isAtOrBelowPercent } from '../../../utils/core/usage/card-balance.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { hasNoProvider } from '../../../utils/core/values/failure.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { FailureAction } from '../../failure/FailureAction.tsx';
import { failureText } from '../../format/failure-text.ts';
import '../../ui/banner.css';

type Props = {
  account: Account;
  check: CheckState | null;
  snapshot: UsageSnapshot | null;
  card: Card | null;
  /** What can be done about it; null: nothing, or what stands as the main thing below. */
  act: OneAct | null;
  /** Other things are said beside it. */
  isBrief: boolean;
  now: number;
};

/** The failure of the last check, since when it lasts, and what to do; shown above the last known balance. */
export function FailureBanner({ account, check, snapshot, card, act, isBrief, now }: Props) {
  if (!check?.failure) return null;
  const { failure, failingSince } = check;
  const { seller } = account;
  const sentence = failureText({
    failure,
    seller: seller.name,
    meteredBy: seller.meteredBy,
    isPage: seller.page !== null,
    origin: seller.origin,
    measuredAt: snapshot && card ? card.measuredAt - snapshot.skewMs : null,
    nextCheckAt: check.nextCheckAt,
    wasNearlyEmpty:
      snapshot !== null && card !== null && isAtOrBelowPercent(cardBalance(card, toSellerTime(snapshot, now)), 5),
    isBrief,
    now,
  });
  const isLasting = !isBrief && !hasNoProvider(failure) && failingSince !== null && now - failingSince >= minuteMs;
  return (
    <section class="banner" data-testid="failure">
      <p>
        {sentence}
        {isLasting ? <small>{t('failure.since', { when: shortTimeText(failingSince, now) })}</small> : null}
      </p>
      {act === null ? null : (
        <FailureAction
          act={act}
          account={account}
          cardTitle={card?.title ?? null}
          isPrimary={false}
          isRefreshBlocked={now < refreshAllowedAt(check)}
          pointAgain={null}
        />
      )}
    </section>
  );
}
