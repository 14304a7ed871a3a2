import { useEffect, useRef } from 'preact/hooks';
import { t, translateKey } from '../../utils/browser/i18n.ts';
import { askedFields, type FieldDefinition } from '../../utils/core/forms/form-field.ts';
import '../ui/disclosure.css';
import './FormFields.css';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import { FormField } from './FormField.tsx';
import type { FormState } from './use-form.ts';

type Props = { fields: readonly FieldDefinition[]; form: FormState };

/** The fields of a form. Extra fields are folded away until opened, or until one of them is invalid. */
export function FormFields({ fields, form }: Props) {
  const { typed, problems, firstInvalid } = form;
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (firstInvalid) container.current?.querySelector<HTMLElement>(`[name="${firstInvalid.name}"]`)?.focus();
  }, [firstInvalid]);
  const asked = askedFields(fields, typed);
  const radios = asked.filter(({ kind }) => kind === 'radio').map(({ name }) => name);
  const standing = asked.filter(({ when }) => !radios.includes(when?.name ?? ''));
  const renderField = (field: FieldDefinition) =>
    field.kind === 'radio' ? (
      <RadioField key={field.name} field={field} fields={fields} form={form} />
    ) : (
      <FieldOfForm key={field.name} field={field} form={form} />
    );
  const extra = standing.filter(({ isExtra }) => isExtra);
  return (
    <div class="form-fields" ref={container}>
      {standing.filter(({ isExtra }) => !isExtra).map(renderField)}
      {extra.length === 0 ? null : (
        <details class="disclosure form-more" open={extra.some(({ name }) => name in problems) || undefined}>
          <summary data-testid="more-fields">{t('connect.more')}</summary>
          <div class="form-extra">{extra.map(renderField)}</div>
        </details>
      )}
    </div>
  );
}

function FieldOfForm({ field, form }: { field: FieldDefinition; form: FormState }) {
  return (
    <FormField
      field={field}
      value={form.typed[field.name] ?? ''}
      problem={form.problems[field.name] ?? null}
      change={(value) => form.change(field.name, value)}
    />
  );
}

/** A choice, with the field that the taken option asks for. */
function RadioField({ field, fields, form }: { field: FieldDefinition } & Props) {
  const { name, textKey, options = [], preset = null } = field;
  const choices = options.map((value) => ({
    value,
    label: translateKey(`field.${textKey}.of${value}`),
    field: fields
      .filter(({ when }) => when?.name === name && when.is === value)
      .map((asked) => <FieldOfForm key={asked.name} field={asked} form={form} />),
  }));
  return (
    <ChoiceGroup
      question={translateKey(`field.${textKey}.label`)}
      hint={translateKey(`field.${textKey}.hint`)}
      testId={`field-${name}`}
      choices={choices}
      chosen={form.typed[name] ?? preset}
      choose={(value) => form.change(name, value)}
    />
  );
}
