import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { parseBytes } from '../../../utils/core/forms/parse-input.ts';
import { splitUnit } from '../../form/amount-unit.ts';
import { PasteMessage } from '../../form/PasteMessage.tsx';
import './BalanceEntry.css';
import '../../ui/button.css';

const units = ['GB', 'MB'] as const;

type Props = { account: Account; now: number; close: (isSaved: boolean) => void };

/** The field for what is left now, which takes the focus; a message of the seller can fill it. */
export function EntryField({ account, now, close }: Props) {
  const [amount, setAmount] = useState('');
  const [unit, setUnit] = useState<string>('GB');
  const [problem, setProblem] = useState<'invalid' | 'failed' | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const { byteUnit } = account.seller;
  useLayoutEffect(() => field.current?.focus(), []);
  const enter = (text: string) => {
    setAmount(text);
    setProblem(null);
  };
  const save = async () => {
    const bytes = parseBytes(`${amount} ${unit}`, byteUnit);
    if (bytes === null) return setProblem('invalid');
    try {
      await send('setBalance', { accountId: account.id, bytes });
      close(true);
    } catch {
      setProblem('failed');
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Else the whole popup would close.
    event.preventDefault();
    close(false);
  };
  return (
    <form
      class="entry-field"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label for={id}>{t('popup.enterLeft')}</label>
      <span class="entry-field-line">
        <input
          ref={field}
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          data-testid="enter-left"
          aria-invalid={problem === 'invalid'}
          aria-describedby={`${id}-status`}
          value={amount}
          onInput={({ currentTarget }) => enter(currentTarget.value)}
        />
        <select
          aria-label={t('field.unit')}
          data-testid="enter-left-unit"
          value={unit}
          onChange={({ currentTarget }) => setUnit(currentTarget.value)}
        >
          {units.map((name) => (
            <option key={name} value={name}>
              {t(`unit.${name}`)}
            </option>
          ))}
        </select>
        <button type="submit" class="small-button" data-testid="save-left">
          {t('popup.enterSave')}
        </button>
      </span>
      <small id={`${id}-status`} class="entry-field-problem" role="status" data-testid="enter-left-status">
        {problem === 'invalid' ? t('field.problem.amount') : null}
        {problem === 'failed' ? t('offer.problem.noWorker') : null}
      </small>
      <PasteMessage
        byteUnit={byteUnit}
        now={now}
        onFound={({ left }) => {
          if (left === undefined) return;
          const found = splitUnit(left, unit);
          enter(found.amount);
          setUnit(found.unit);
        }}
      />
    </form>
  );
}
