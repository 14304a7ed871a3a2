import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { FieldDefinition } from '../../utils/core/forms/form-field.ts';
import '../ui/disclosure.css';
import './FormFields.css';
import { FormField } from './FormField.tsx';
import type { FormState } from './use-form.ts';

type Props = { fields: readonly FieldDefinition[]; entries: FormState };

/** All that is asked for; what few need on demand, and where something is wrong with it. */
export function FormFields({ fields, entries: { typed, problems, firstInvalid, change } }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (firstInvalid) place.current?.querySelector<HTMLElement>(`[name="${firstInvalid.name}"]`)?.focus();
  }, [firstInvalid]);
  const drawn = (field: FieldDefinition) => (
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
    <div class="entries" ref={place}>
      {fields.filter(({ isExtra }) => !isExtra).map(drawn)}
      {extra.length === 0 ? null : (
        <details class="disclosure entries-more" open={extra.some(({ name }) => name in problems) || undefined}>
          <summary data-testid="more-fields">{t('connect.more')}</summary>
          <div class="entries-extra">{extra.map(drawn)}</div>
        </details>
      )}
    </div>
  );
}
