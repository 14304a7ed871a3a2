import type { CardJudgement, CardStatus } from '../accounts/card-judgement.ts';
import type { Forecast } from '../forecast/forecast.ts';
import { overReasons, usageStatus } from '../forecast/usage-status.ts';
import type { Card } from '../usage/card.ts';
import { cardBalance, cardExpiresAt, lastPlanEndsAt } from '../usage/card-balance.ts';
import { staleAt } from '../usage/staleness.ts';
import { toSellerTime, type UsageSnapshot } from '../usage/usage-snapshot.ts';
import { type Failure, needsUserAction } from '../values/failure.ts';
import { earliestOf } from '../values/time.ts';
import { statusTimes } from './toolbar-changes.ts';

/** `failure`: of the account's last check. `now`: our clock. */
export type JudgeInput = {
  card: Card;
  snapshot: UsageSnapshot;
  forecast: Forecast;
  failure: Failure | null;
  intervalMs: number;
  now: number;
};

/** It may be shown until a part of the card begins or ends, or its figures are old. */
export function judgeCard({ card, snapshot, forecast, failure, intervalMs, now }: JudgeInput): CardJudgement {
  const sellerNow = toSellerTime(snapshot, now);
  const { skewMs } = snapshot;
  const usage = usageStatus(card, forecast, sellerNow);
  const isOver = overReasons.includes(usage.reason);
  const status: CardStatus =
    needsUserAction(failure) || usage.reason === 'suspended' ? 'action' : isOver ? 'expired' : usage.status;
  const endsAt = cardExpiresAt(card, sellerNow) ?? (isOver ? lastPlanEndsAt(card) : null);
  const changesAt = earliestOf(statusTimes(card, sellerNow).flatMap((at) => (at - skewMs > now ? at - skewMs : [])));
  return {
    balance: cardBalance(card, sellerNow),
    endsAt: endsAt === null ? null : endsAt - skewMs,
    status,
    // What waits for the user, and what is over, does not become untrue by its age.
    validUntil:
      status === 'action' ? null : isOver ? changesAt : earliestOf([staleAt(snapshot, intervalMs), changesAt]),
  };
}
