import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { mainLook } from '../../ui/button-look.ts';
import { EntryField } from '../entry/EntryField.tsx';
import '../../ui/button.css';

type Props = { account: Account; isPrimary: boolean; now: number };

/** The button that opens the field for what is left, in its place. */
export function UpdateLeft({ account, isPrimary, now }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <EntryField account={account} now={now} close={() => setOpen(false)} />;
  return (
    <button type="button" {...mainLook(isPrimary)} data-testid="update-left" onClick={() => setOpen(true)}>
      <span>{t('details.update')}</span>
    </button>
  );
}
