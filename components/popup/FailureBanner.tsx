import { momentText, t } from '../../utils/browser/i18n.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { type CheckState, refreshAllowedAt } from '../../utils/core/polling/check-schedule.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { figureFor, isAtOrUnder } from '../../utils/core/usage/card-balance.ts';
import { type Reading, sellerTimeFor } from '../../utils/core/usage/usage-snapshot.ts';
import { minuteMs } from '../../utils/core/values/time.ts';
import { failureSentence } from '../format/failure-text.ts';
import { FailureAction } from '../ui/FailureAction.tsx';
import './FailureBanner.css';

type Props = { account: Account; check: CheckState | null; reading: Reading | null; card: Card | null; now: number };

/** What went wrong, since when, and the one thing to do; the figures below stay. */
export function FailureNote({ account, check, reading, card, now }: Props) {
  if (!check?.failure) return null;
  const { failure, failingSince } = check;
  const sentence = failureSentence({
    failure,
    seller: account.seller.name,
    countedBy: account.seller.countedBy,
    origin: account.seller.origin,
    measuredAt: reading && card ? card.measuredAt - reading.skewMs : null,
    nextCheckAt: check.nextCheckAt,
    wasNearlyEmpty: reading !== null && card !== null && isAtOrUnder(figureFor(card, sellerTimeFor(reading, now)), 5),
    now,
  });
  const isLong = failingSince !== null && now - failingSince >= minuteMs;
  return (
    <section class="failure-note" data-testid="failure">
      <p>
        {sentence}
        {isLong ? <small>{t('failure.since', { when: momentText(failingSince, now) })}</small> : null}
      </p>
      <FailureAction failure={failure} account={account} isHeld={now < refreshAllowedAt(check)} />
    </section>
  );
}
