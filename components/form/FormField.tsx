import { useId, useState } from 'preact/hooks';
import { t, translateKey } from '../../utils/browser/i18n.ts';
import {
  checked,
  cleanValue,
  type FieldDefinition,
  type FieldProblem,
  maxFieldLength,
} from '../../utils/core/forms/form-field.ts';
import { characterText, unsendableCharacter } from '../../utils/core/forms/secret.ts';
import { joinUnit, splitUnit } from './amount-unit.ts';
import './FormField.css';
import '../ui/page.css';

type Props = { field: FieldDefinition; value: string; problem: FieldProblem | null; change: (value: string) => void };

/** One field with its label and hint, and its problem below. */
export function FormField({ field, value, problem, change }: Props) {
  const id = useId();
  const hint = translateKey(`field.${field.textKey}.hint`);
  const hasUnit = field.kind === 'amount' || field.kind === 'price';
  const identity = { id, name: field.name, 'data-testid': `field-${field.name}` };
  const state = {
    'aria-invalid': problem !== null,
    'aria-describedby': `${id}-hint ${id}-problem`,
    'aria-required': !field.isOptional,
  };
  if (field.kind === 'check') {
    return (
      <label class="page-check">
        <input
          {...identity}
          type="checkbox"
          checked={value === checked}
          onChange={(event) => change(event.currentTarget.checked ? checked : '')}
        />
        <span>
          {translateKey(`field.${field.textKey}.label`)} <small class="page-quiet">{hint}</small>
        </span>
      </label>
    );
  }
  return (
    <div class="page-field form-field">
      <label for={id}>
        {translateKey(`field.${field.textKey}.label`)}
        {field.isOptional ? <span class="page-quiet"> {t('field.optional')}</span> : null}
      </label>
      {field.kind === 'choice' ? (
        <select {...identity} {...state} value={value} onChange={(event) => change(event.currentTarget.value)}>
          {field.options?.map((option) => (
            <option key={option} value={option}>
              {translateKey(`field.${field.textKey}.of${option}`)}
            </option>
          ))}
        </select>
      ) : hasUnit ? (
        <AmountInput {...{ field, value, change }} attributes={{ ...identity, ...state }} />
      ) : (
        <input
          {...identity}
          {...state}
          {...inputAttributes(field)}
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
      {hint === '' ? null : (
        <small id={`${id}-hint`} class="page-quiet">
          {hint}
        </small>
      )}
      <small id={`${id}-problem`} class="form-field-problem" data-testid={`problem-${field.name}`}>
        {problem === null ? null : problemText(field, value, problem)}
      </small>
    </div>
  );
}

function problemText(field: FieldDefinition, value: string, problem: FieldProblem): string {
  if (problem !== 'character') return t(`field.problem.${problem}`);
  const character = unsendableCharacter(cleanValue(field, value)) ?? '';
  return t('field.problem.character', { character: characterText(character) });
}

type AmountInputProps = Omit<Props, 'problem'> & { attributes: object };

/** An amount or price with its unit or currency; both are one value of the form. */
function AmountInput({ field, value, change, attributes }: AmountInputProps) {
  const isPrice = field.kind === 'price';
  const parts = splitUnit(value, isPrice ? '' : 'GB');
  // Without an amount the value has no unit.
  const [unitAlone, setUnit] = useState(parts.unit);
  const unit = value === '' ? unitAlone : parts.unit;
  const unitProps = { 'data-testid': `field-${field.name}-unit`, value: unit };
  const changeUnit = (next: string) => {
    setUnit(next);
    change(joinUnit(parts.amount, next));
  };
  const changeAmount = (typed: string) => {
    // "10 GB", as the page has it.
    const [, number = typed, typedUnit = unit] = (!isPrice && /^(.*\d)\s*([MG]B)$/i.exec(typed.trim())) || [];
    setUnit(typedUnit.toUpperCase());
    change(joinUnit(number, typedUnit.toUpperCase()));
  };
  return (
    <span class="form-field-parts">
      <input
        {...attributes}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={parts.amount}
        onInput={(event) => changeAmount(event.currentTarget.value)}
      />
      {isPrice ? (
        <input
          {...unitProps}
          type="text"
          class="form-field-currency"
          maxLength={3}
          autocapitalize="characters"
          spellcheck={false}
          placeholder="EUR"
          aria-label={t('field.currency')}
          onInput={(event) => changeUnit(event.currentTarget.value.toUpperCase())}
        />
      ) : (
        <select {...unitProps} aria-label={t('field.unit')} onChange={(event) => changeUnit(event.currentTarget.value)}>
          <option value="GB">{t('unit.GB')}</option>
          <option value="MB">{t('unit.MB')}</option>
        </select>
      )}
    </span>
  );
}

function inputAttributes({ kind, maxLength = maxFieldLength }: FieldDefinition): object {
  const noAutofill = { autocomplete: 'off', autocapitalize: 'none', spellcheck: false };
  switch (kind) {
    case 'secret':
    case 'password':
      return { type: 'password', dir: 'ltr', ...noAutofill };
    case 'date':
      return { type: 'date' };
    case 'day':
    case 'days':
      return { type: 'text', class: 'form-field-short', inputMode: 'numeric', ...noAutofill };
    case 'hotspot':
    case 'link':
      return { type: 'text', inputMode: 'url', dir: 'ltr', ...noAutofill };
    case 'dial':
      return { type: 'text', inputMode: 'tel', dir: 'ltr', ...noAutofill };
    case 'code':
    case 'login':
      return { type: 'text', dir: 'ltr', ...noAutofill };
    default:
      return { type: 'text', autocomplete: 'off', maxLength };
  }
}
