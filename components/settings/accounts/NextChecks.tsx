import { isolated, t } from '../../../utils/browser/i18n.ts';
import type { AccountIndex } from '../../../utils/core/accounts/account-index.ts';
import type { CheckState } from '../../../utils/core/polling/check-schedule.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import { nextCheckText } from './next-check-text.ts';
import '../../ui/page.css';

type Props = {
  accounts: AccountIndex['accounts'];
  checks: Readonly<Record<string, CheckState>>;
  isFixed: boolean;
};

/** When each seller is asked next, and why then. */
export function NextChecks({ accounts, checks, isFixed }: Props) {
  const now = useNow(minuteMs);
  // Nobody is asked for what is kept by hand.
  const asked = accounts.flatMap(({ id, name, origin }) => {
    const check = checks[id];
    return check && origin !== '' ? [{ id, name, text: nextCheckText(check, isFixed, now) }] : [];
  });
  return asked.map(({ id, name, text }) => (
    <p class="page-quiet" data-testid="next-check" key={id}>
      {asked.length > 1 ? t('settings.nextCheckOf', { seller: isolated(name), text }) : text}
    </p>
  ));
}
