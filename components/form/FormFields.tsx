import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Field } from '../../utils/core/forms/form-field.ts';
import '../ui/disclosure.css';
import './FormFields.css';
import { EntryField } from './FormField.tsx';
import type { EntriesState } from './use-form.ts';

type Props = { fields: readonly Field[]; entries: EntriesState };

/** All that is asked for; what few need on demand, and where something is wrong with it. */
export function Entries({ fields, entries: { typed, problems, wrong, change } }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrong) place.current?.querySelector<HTMLElement>(`[name="${wrong.name}"]`)?.focus();
  }, [wrong]);
  const drawn = (field: Field) => (
    <EntryField
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
