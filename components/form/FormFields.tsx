import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { FieldDefinition } from '../../utils/core/forms/form-field.ts';
import '../ui/disclosure.css';
import './FormFields.css';
import { FormField } from './FormField.tsx';
import type { FormState } from './use-form.ts';

type Props = { fields: readonly FieldDefinition[]; form: FormState };

/** The fields of a form. Extra fields are folded away until opened, or until one of them is invalid. */
export function FormFields({ fields, form }: Props) {
  const { typed, problems, firstInvalid, change } = form;
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (firstInvalid) container.current?.querySelector<HTMLElement>(`[name="${firstInvalid.name}"]`)?.focus();
  }, [firstInvalid]);
  const renderField = (field: FieldDefinition) => (
    <FormField
      key={field.name}
      field={field}
      value={typed[field.name] ?? ''}
      problem={problems[field.name] ?? null}
      change={(value) => change(field.name, value)}
    />
  );
  const extra = fields.filter(({ isExtra }) => isExtra);
  return (
    <div class="form-fields" ref={container}>
      {fields.filter(({ isExtra }) => !isExtra).map(renderField)}
      {extra.length === 0 ? null : (
        <details class="disclosure form-more" open={extra.some(({ name }) => name in problems) || undefined}>
          <summary data-testid="more-fields">{t('connect.more')}</summary>
          <div class="form-extra">{extra.map(renderField)}</div>
        </details>
      )}
    </div>
  );
}
