import { useState } from 'preact/hooks';
import {
  type FieldDefinition,
  type FieldProblem,
  type FormValues,
  validateField,
  validateForm,
} from '../../utils/core/forms/form-field.ts';

/** `wrong`: the first that was wrong at the last try, another object each time: that is where the focus goes. */
export type FormState = {
  typed: FormValues;
  problems: Record<string, FieldProblem>;
  firstInvalid: { name: string } | null;
  change: (name: string, value: string) => void;
  /** Whether all is in order; says what is not. */
  validate: () => boolean;
  clear: () => void;
};

/** What is typed into the fields of a form, and what is wrong with it. */
export function useForm(fields: readonly FieldDefinition[], filled: FormValues): FormState {
  const [typed, setTyped] = useState(filled);
  const [problems, setProblems] = useState<Record<string, FieldProblem>>({});
  const [firstInvalid, setFirstInvalid] = useState<FormState['firstInvalid']>(null);
  return {
    typed,
    problems,
    firstInvalid,
    // What was wrong is judged anew as it is typed; what was not tried yet is left alone.
    change: (name, value) => {
      setTyped((before) => ({ ...before, [name]: value }));
      const field = fields.find((one) => one.name === name);
      if (!field || !(name in problems)) return;
      const { [name]: _, ...others } = problems;
      const problem = validateField(field, value);
      setProblems(problem === null ? others : { ...others, [name]: problem });
    },
    validate: () => {
      const found = validateForm(fields, typed);
      const first = fields.find(({ name }) => name in found);
      setProblems(found);
      setFirstInvalid(first ? { name: first.name } : null);
      return first === undefined;
    },
    clear: () => {
      setTyped({});
      setProblems({});
    },
  };
}
