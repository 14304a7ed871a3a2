import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { useFocusBack } from '../../hooks/use-focus-back.ts';
import { EntryField } from './EntryField.tsx';
import './BalanceEntry.css';
import '../../ui/button.css';

type Props = {
  account: Account;
  now: number;
  /** The field is there from the start, where another button has led to it. */
  isOpen?: boolean;
  /** Called when the field goes: what was entered is saved, or the user left it. */
  onClose?: () => void;
};

/** A button that opens the field for the remaining data of a card whose balance is entered manually. */
export function BalanceEntry({ account, now, isOpen = false, onClose }: Props) {
  const [isEntering, setEntering] = useState(isOpen);
  const [isSaved, setSaved] = useState(false);
  const button = useFocusBack(isEntering);
  const close = (saved: boolean) => {
    setSaved(saved);
    setEntering(false);
    onClose?.();
  };
  return (
    <div class="balance-entry">
      {isEntering ? (
        <EntryField account={account} now={now} close={close} />
      ) : (
        <button
          ref={button}
          type="button"
          class="small-button"
          data-testid="update-left"
          onClick={() => {
            setSaved(false);
            setEntering(true);
          }}
        >
          {t('details.update')}
        </button>
      )}
      <small role="status" data-testid="left-saved">
        {isSaved ? t('popup.enterSaved') : null}
      </small>
    </div>
  );
}
