import type { ComponentChildren } from 'preact';
import { shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { type CheckState, refreshAllowedAt } from '../../utils/core/polling/check-schedule.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { cardBalance, isAtOrBelowPercent } from '../../utils/core/usage/card-balance.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { hasNoProvider } from '../../utils/core/values/failure.ts';
import { minuteMs } from '../../utils/core/values/time.ts';
import { failureText } from '../format/failure-text.ts';
import { FailureAction } from '../ui/FailureAction.tsx';
import '../ui/banner.css';

type Props = {
  account: Account;
  check: CheckState | null;
  snapshot: UsageSnapshot | null;
  card: Card | null;
  now: number;
  /** In place of what can usually be done about it; null: nothing else. */
  action: ComponentChildren;
};

/** The failure of the last check, since when it lasts, and what to do; shown above the last known balance. */
export function FailureBanner({ account, check, snapshot, card, now, action }: Props) {
  if (!check?.failure) return null;
  const { failure, failingSince } = check;
  const sentence = failureText({
    failure,
    seller: account.seller.name,
    meteredBy: account.seller.meteredBy,
    isPage: account.seller.page !== null,
    origin: account.seller.origin,
    measuredAt: snapshot && card ? card.measuredAt - snapshot.skewMs : null,
    nextCheckAt: check.nextCheckAt,
    wasNearlyEmpty:
      snapshot !== null && card !== null && isAtOrBelowPercent(cardBalance(card, toSellerTime(snapshot, now)), 5),
    now,
  });
  const isOver = hasNoProvider(failure);
  const isLasting = !isOver && failingSince !== null && now - failingSince >= minuteMs;
  return (
    <section class="banner" data-testid="failure">
      <p>
        {sentence}
        {isLasting ? <small>{t('failure.since', { when: shortTimeText(failingSince, now) })}</small> : null}
      </p>
      {isOver ? (
        <ManualEntry title={card?.title ?? account.seller.name} account={account} />
      ) : (
        (action ?? (
          <FailureAction failure={failure} account={account} isRefreshBlocked={now < refreshAllowedAt(check)} />
        ))
      )}
    </section>
  );
}

/** The form for a card by hand, with what stays true of this one: not its figures, which are old. */
function ManualEntry({ title, account }: { title: string; account: Account }) {
  const entries = { provider: 'manual', name: title, gb: String(account.seller.byteUnit) };
  return (
    <a class="text-button" href={`connect.html?${new URLSearchParams(entries)}`} target="_blank" rel="noreferrer">
      {t('failure.enterByHand')}
    </a>
  );
}
