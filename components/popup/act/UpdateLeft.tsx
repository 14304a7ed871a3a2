import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { BalanceEntry } from '../entry/BalanceEntry.tsx';
import '../../ui/button.css';

type Props = { account: Account; isPrimary: boolean; now: number };

/** The button that opens the field for what is left, in its place. */
export function UpdateLeft({ account, isPrimary, now }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <BalanceEntry account={account} now={now} isOpen onClose={() => setOpen(false)} />;
  return (
    <button
      type="button"
      class="primary"
      data-testid="update-left"
      data-variant={isPrimary ? undefined : 'quiet'}
      data-first={isPrimary || undefined}
      onClick={() => setOpen(true)}
    >
      <span>{t('details.update')}</span>
    </button>
  );
}
