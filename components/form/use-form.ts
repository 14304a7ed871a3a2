import { useState } from 'preact/hooks';
import {
  type FieldDefinition,
  type FieldProblem,
  type FormValues,
  validateField,
  validateForm,
} from '../../utils/core/forms/form-field.ts';

/** `firstInvalid`: at the last validation; a new object each time, so that the field is focused again. */
export type FormState = {
  typed: FormValues;
  problems: Record<string, FieldProblem>;
  firstInvalid: { name: string } | null;
  change: (name: string, value: string) => void;
  /** Sets several values, of which none is typed. */
  fill: (values: FormValues) => void;
  /** Whether all fields are valid; sets `problems`. */
  validate: () => boolean;
  clear: () => void;
};

/** The values of a form and their problems. */
export function useForm(fields: readonly FieldDefinition[], initialValues: FormValues): FormState {
  const [typed, setTyped] = useState(initialValues);
  const [problems, setProblems] = useState<Record<string, FieldProblem>>({});
  const [firstInvalid, setFirstInvalid] = useState<FormState['firstInvalid']>(null);
  return {
    typed,
    problems,
    firstInvalid,
    // While typing, only a field that already shows a problem is validated again.
    change: (name, value) => {
      setTyped((before) => ({ ...before, [name]: value }));
      const field = fields.find((one) => one.name === name);
      if (!field || !(name in problems)) return;
      const { [name]: _, ...others } = problems;
      const problem = validateField(field, value);
      setProblems(problem === null ? others : { ...others, [name]: problem });
    },
    fill: (values) => {
      setTyped((before) => ({ ...before, ...values }));
      setProblems((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in values))));
    },
    validate: () => {
      const invalid = validateForm(fields, typed);
      const first = fields.find(({ name }) => name in invalid);
      setProblems(invalid);
      setFirstInvalid(first ? { name: first.name } : null);
      return first === undefined;
    },
    clear: () => {
      setTyped({});
      setProblems({});
    },
  };
}
