import type { Account } from '../../../utils/core/accounts/account.ts';
import type { UserAct } from '../../../utils/core/popup/user-act.ts';
import { FailureAction } from '../../failure/FailureAction.tsx';
import { UpdateLeft } from './UpdateLeft.tsx';
import './RequiredAct.css';

type Props = {
  act: Exclude<UserAct, 'answer'>;
  account: Account;
  cardTitle: string | null;
  isPrimary: boolean;
  pointAgain: (() => void) | null;
  now: number;
};

/** What nobody but the user can do, in place of the button to renew. */
export function RequiredAct({ act, account, cardTitle, isPrimary, pointAgain, now }: Props) {
  return (
    <section class="required-act" data-testid="required-act">
      {act === 'enter-left' ? (
        <UpdateLeft account={account} isPrimary={isPrimary} now={now} />
      ) : (
        <FailureAction {...{ act, account, cardTitle, isPrimary, pointAgain }} isRefreshBlocked={false} />
      )}
    </section>
  );
}
