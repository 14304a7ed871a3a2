import { t } from '../utils/browser/words.ts';
import type { Account } from '../utils/core/account.ts';
import { type Failure, needsPerson } from '../utils/core/failure.ts';
import type { CheckState } from '../utils/core/schedule.ts';
import { FailureAction } from './FailureAction.tsx';
import { failureSentence } from './failure-sentence.ts';
import type { Problem } from './use-renewal.ts';

type Props = { problem: Problem; account: Account; check: CheckState | null; wasNearlyEmpty: boolean; now: number };

/** Why the payment page did not open. */
export function ProblemLine(props: Props) {
  const failure = failureOf(props.problem);
  return (
    <div class="problem-line" role="alert">
      <p>{problemSentence(props)}</p>
      {failure && needsPerson(failure) ? (
        <FailureAction failure={failure} account={props.account} isHeld={false} />
      ) : null}
    </div>
  );
}

function failureOf(problem: Problem): Failure | null {
  return problem.kind === 'failure' ? problem.failure : null;
}

function problemSentence({ problem, account: { seller }, check, wasNearlyEmpty, now }: Props): string {
  if (problem.kind === 'not-listed') return t('offer.problem.notListed', { seller: seller.name });
  if (problem.kind === 'refused') return t('offer.problem.refused', { seller: seller.name });
  if (problem.kind === 'no-worker') return t('offer.problem.noWorker');
  return failureSentence({
    failure: problem.failure,
    seller: seller.name,
    origin: seller.origin,
    measuredAt: null,
    nextCheckAt: check?.nextCheckAt ?? null,
    wasNearlyEmpty,
    now,
  });
}
