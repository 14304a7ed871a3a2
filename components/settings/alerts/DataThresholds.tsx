import { useId, useRef, useState } from 'preact/hooks';
import { decimalText, t } from '../../../utils/browser/i18n.ts';
import { maxAmounts } from '../../../utils/core/settings.ts';
import type { TypedAmount } from '../../../utils/core/values/bytes.ts';
import { type AmountProblem, maxAmount, parseAmount, sortAmounts } from './parse-data-amount.ts';
import '../../ui/page.css';
import './DataThresholds.css';
import '../../ui/button.css';

type Unit = TypedAmount['unit'];
type Props = { amounts: TypedAmount[]; change: (update: (latest: TypedAmount[]) => TypedAmount[]) => void };

const isSame = (a: TypedAmount, b: TypedAmount) => a.value === b.value && a.unit === b.unit;
const thresholdText = ({ value, unit }: TypedAmount) => `${decimalText(String(value))} ${t(`unit.${unit}`)}`;

/** The amounts of remaining data at which to warn, with a form to add one. */
export function DataThresholds({ amounts, change }: Props) {
  const [typed, setTyped] = useState('');
  const [unit, setUnit] = useState<Unit>('MB');
  const [problem, setProblem] = useState<string | null>(null);
  const [announced, announce] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const add = (event: Event) => {
    event.preventDefault();
    field.current?.focus();
    const parsed = parseAmount(typed, unit, amounts);
    if ('problem' in parsed) return setProblem(problemText(parsed.problem, typed, unit));
    change((latest) => sortAmounts([...latest.filter((other) => !isSame(other, parsed.amount)), parsed.amount]));
    setTyped('');
    setProblem(null);
    announce(t('settings.amountAdded', { amount: thresholdText(parsed.amount) }));
  };
  const remove = (amount: TypedAmount) => {
    change((latest) => latest.filter((other) => !isSame(other, amount)));
    setProblem(null);
    announce(t('settings.amountRemoved', { amount: thresholdText(amount) }));
    // The focused button is gone with its amount.
    field.current?.focus();
  };
  return (
    <fieldset class="page-group settings-amounts">
      <legend>{t('settings.amounts')}</legend>
      <AmountList amounts={amounts} remove={remove} />
      <form class="settings-add" noValidate onSubmit={add}>
        <input
          ref={field}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          data-testid="amount-value"
          aria-label={t('settings.amountValue')}
          aria-invalid={problem !== null}
          aria-describedby={id}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <select
          data-testid="amount-unit"
          aria-label={t('settings.amountUnit')}
          value={unit}
          onChange={(event) => setUnit(event.currentTarget.value as Unit)}
        >
          {(['MB', 'GB'] as const).map((name) => (
            <option value={name} key={name}>
              {t(`unit.${name}`)}
            </option>
          ))}
        </select>
        <button type="submit" class="small-button" data-testid="amount-add">
          {t('settings.amountAdd')}
        </button>
      </form>
      <p
        role="status"
        id={id}
        data-testid="amount-problem"
        class={problem === null ? 'visually-hidden' : 'settings-problem'}
      >
        {problem ?? announced}
      </p>
    </fieldset>
  );
}

function AmountList({ amounts, remove }: { amounts: TypedAmount[]; remove: (amount: TypedAmount) => void }) {
  return (
    <ul class="page-list">
      {amounts.map((amount) => (
        <li key={`${amount.value} ${amount.unit}`}>
          <bdi>{thresholdText(amount)}</bdi>
          <button
            type="button"
            class="small-button"
            data-testid="amount-remove"
            aria-label={t('settings.amountRemoveOne', { amount: thresholdText(amount) })}
            onClick={() => remove(amount)}
          >
            {t('settings.amountRemove')}
          </button>
        </li>
      ))}
    </ul>
  );
}

function problemText(problem: AmountProblem, typed: string, unit: Unit): string {
  switch (problem) {
    case 'tooLarge':
      return t('settings.amountProblem.tooLarge', { most: `${decimalText(String(maxAmount))} ${t(`unit.${unit}`)}` });
    case 'duplicate':
      return t('settings.amountProblem.duplicate', { amount: `${typed.trim()} ${t(`unit.${unit}`)}` });
    case 'tooMany':
      return t('settings.amountProblem.tooMany', { most: decimalText(String(maxAmounts)) });
    default:
      return t(`settings.amountProblem.${problem}`);
  }
}
