import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { useFocusBack } from '../../hooks/use-focus-back.ts';
import { EntryField } from './EntryField.tsx';
import './BalanceEntry.css';
import '../../ui/button.css';

type Props = { account: Account; now: number };

/** A button that opens the field for the remaining data of a card whose balance is entered manually. */
export function BalanceEntry({ account, now }: Props) {
  const [isEntering, setEntering] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const button = useFocusBack(isEntering);
  const close = (saved: boolean) => {
    setSaved(saved);
    setEntering(false);
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
