import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { parseBytes } from '../../../utils/core/forms/parse-input.ts';
import './BalanceEntry.css';
import '../../ui/text-button.css';

/** A form for the remaining data of a card whose balance is entered manually. */
export function BalanceEntry({ account }: { account: Account }) {
  const [amount, setAmount] = useState('');
  const [unit, setUnit] = useState<'GB' | 'MB'>('GB');
  const [result, setResult] = useState<'saved' | 'invalid' | 'failed' | null>(null);
  const save = async () => {
    const bytes = parseBytes(`${amount} ${unit}`, account.seller.byteUnit);
    if (bytes === null) return setResult('invalid');
    try {
      await send('setBalance', { accountId: account.id, bytes });
      setAmount('');
      setResult('saved');
    } catch {
      setResult('failed');
    }
  };
  return (
    <form
      class="balance-entry"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label for="enter-left">{t('popup.enterLeft')}</label>
      <span class="balance-entry-line">
        <input
          id="enter-left"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          data-testid="enter-left"
          aria-invalid={result === 'invalid'}
          aria-describedby="enter-left-status"
          value={amount}
          onInput={(event) => {
            setAmount(event.currentTarget.value);
            setResult(null);
          }}
        />
        <select
          aria-label={t('field.unit')}
          data-testid="enter-left-unit"
          value={unit}
          onChange={(event) => setUnit(event.currentTarget.value === 'MB' ? 'MB' : 'GB')}
        >
          <option value="GB">{t('unit.GB')}</option>
          <option value="MB">{t('unit.MB')}</option>
        </select>
        <button type="submit" class="text-button" data-testid="save-left">
          {t('popup.enterSave')}
        </button>
      </span>
      <small id="enter-left-status" role="status" data-failed={result === 'saved' ? undefined : ''}>
        {result === 'saved' ? t('popup.enterSaved') : null}
        {result === 'invalid' ? t('field.problem.amount') : null}
        {result === 'failed' ? t('offer.problem.noWorker') : null}
      </small>
    </form>
  );
}
