import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { parseBytes } from '../../../utils/core/forms/parse-input.ts';
import './BalanceEntry.css';
import '../../ui/text-button.css';

/** The one field of a card whose seller answers nobody: what is left now. */
export function BalanceEntry({ account }: { account: Account }) {
  const [figure, type] = useState('');
  const [unit, setUnit] = useState<'GB' | 'MB'>('GB');
  const [said, say] = useState<'saved' | 'wrong' | 'stopped' | null>(null);
  const save = async () => {
    const bytes = parseBytes(`${figure} ${unit}`, account.seller.byteUnit);
    if (bytes === null) return say('wrong');
    try {
      await send('setBalance', { accountId: account.id, bytes });
      type('');
      say('saved');
    } catch {
      say('stopped');
    }
  };
  return (
    <form
      class="enter-left"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label for="enter-left">{t('popup.enterLeft')}</label>
      <span class="enter-left-line">
        <input
          id="enter-left"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          data-testid="enter-left"
          aria-invalid={said === 'wrong'}
          aria-describedby="enter-left-said"
          value={figure}
          onInput={(event) => {
            type(event.currentTarget.value);
            say(null);
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
      <small id="enter-left-said" role="status" data-wrong={said === 'saved' ? undefined : ''}>
        {said === 'saved' ? t('popup.enterSaved') : null}
        {said === 'wrong' ? t('field.problem.amount') : null}
        {said === 'stopped' ? t('offer.problem.noWorker') : null}
      </small>
    </form>
  );
}
