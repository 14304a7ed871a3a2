import { useId, useState } from 'preact/hooks';
import { t, translateKey } from '../../utils/browser/i18n.ts';
import type { FieldDefinition, FieldProblem } from '../../utils/core/forms/form-field.ts';
import { joinUnit, splitUnit } from './amount-unit.ts';
import './FormField.css';
import '../ui/page.css';

type Props = { field: FieldDefinition; value: string; problem: FieldProblem | null; change: (value: string) => void };

/** One thing that is asked for, with what is wrong with it below. */
export function FormField({ field, value, problem, change }: Props) {
  const id = useId();
  const hint = translateKey(`field.${field.textKey}.hint`);
  const isInParts = field.kind === 'amount' || field.kind === 'price';
  const named = { id, name: field.name, 'data-testid': `field-${field.name}` };
  const state = {
    'aria-invalid': problem !== null,
    'aria-describedby': `${id}-hint ${id}-problem`,
    'aria-required': !field.isOptional,
  };
  return (
    <div class="page-field entry-field">
      <label for={id}>
        {translateKey(`field.${field.textKey}.label`)}
        {field.isOptional ? <span class="page-quiet"> {t('field.optional')}</span> : null}
      </label>
      {field.kind === 'choice' ? (
        <select {...named} {...state} value={value} onChange={(event) => change(event.currentTarget.value)}>
          {field.options?.map((option) => (
            <option key={option} value={option}>
              {translateKey(`field.${field.textKey}.of${option}`)}
            </option>
          ))}
        </select>
      ) : isInParts ? (
        <PartsInput {...{ field, value, change }} attributes={{ ...named, ...state }} />
      ) : (
        <input
          {...named}
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
      <small id={`${id}-problem`} class="entry-problem" data-testid={`problem-${field.name}`}>
        {problem === null ? null : t(`field.problem.${problem}`)}
      </small>
    </div>
  );
}

type PartsProps = Omit<Props, 'problem'> & { attributes: object };

/** A figure and its unit or currency. */
function PartsInput({ field, value, change, attributes }: PartsProps) {
  const isPrice = field.kind === 'price';
  const parts = splitUnit(value, isPrice ? '' : 'GB');
  const [unit, setUnit] = useState(parts.unit);
  const unitProps = { 'data-testid': `field-${field.name}-unit`, value: unit };
  const choose = (chosen: string) => {
    setUnit(chosen);
    change(joinUnit(parts.figure, chosen));
  };
  return (
    <span class="entry-parts">
      <input
        {...attributes}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={parts.figure}
        onInput={(event) => change(joinUnit(event.currentTarget.value, unit))}
      />
      {isPrice ? (
        <input
          {...unitProps}
          type="text"
          class="entry-currency"
          maxLength={3}
          autocapitalize="characters"
          spellcheck={false}
          placeholder="EUR"
          aria-label={t('field.currency')}
          onInput={(event) => choose(event.currentTarget.value.toUpperCase())}
        />
      ) : (
        <select {...unitProps} aria-label={t('field.unit')} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="GB">{t('unit.GB')}</option>
          <option value="MB">{t('unit.MB')}</option>
        </select>
      )}
    </span>
  );
}

function inputAttributes({ kind }: FieldDefinition): object {
  const plain = { autocomplete: 'off', autocapitalize: 'none', spellcheck: false };
  switch (kind) {
    case 'secret':
      return { type: 'password', dir: 'ltr', ...plain };
    case 'date':
      return { type: 'date' };
    case 'day':
    case 'days':
      return { type: 'text', inputMode: 'numeric', ...plain };
    case 'hotspot':
    case 'link':
      return { type: 'text', inputMode: 'url', dir: 'ltr', ...plain };
    case 'dial':
      return { type: 'text', inputMode: 'tel', dir: 'ltr', ...plain };
    case 'code':
      return { type: 'text', dir: 'ltr', ...plain };
    default:
      return { type: 'text', autocomplete: 'off' };
  }
}
