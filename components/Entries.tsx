import { t } from '../utils/browser/words.ts';
import type { Field, FieldProblem, Entries as Typed } from '../utils/core/field.ts';
import './disclosure.css';
import './Entries.css';
import { EntryField } from './EntryField.tsx';

type Props = {
  fields: readonly Field[];
  typed: Typed;
  problems: Record<string, FieldProblem>;
  change: (name: string, value: string) => void;
};

/** All that is asked for; what few need on demand, and where something is wrong with it. */
export function Entries({ fields, typed, problems, change }: Props) {
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
    <>
      {fields.filter(({ isExtra }) => !isExtra).map(drawn)}
      {extra.length === 0 ? null : (
        <details class="disclosure entries-more" open={extra.some(({ name }) => name in problems) || undefined}>
          <summary data-testid="more-fields">{t('connect.more')}</summary>
          <div class="entries-extra">{extra.map(drawn)}</div>
        </details>
      )}
    </>
  );
}
