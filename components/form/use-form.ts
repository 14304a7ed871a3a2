import { useState } from 'preact/hooks';
import {
  type Entries,
  type Field,
  type FieldProblem,
  fieldProblem,
  problemsOf,
} from '../../utils/core/forms/form-field.ts';

/** `wrong`: the first that was wrong at the last try, another object each time: that is where the focus goes. */
export type EntriesState = {
  typed: Entries;
  problems: Record<string, FieldProblem>;
  wrong: { name: string } | null;
  change: (name: string, value: string) => void;
  /** Whether all is in order; says what is not. */
  judge: () => boolean;
  clear: () => void;
};

/** What is typed into the fields of a form, and what is wrong with it. */
export function useEntries(fields: readonly Field[], filled: Entries): EntriesState {
  const [typed, setTyped] = useState(filled);
  const [problems, setProblems] = useState<Record<string, FieldProblem>>({});
  const [wrong, setWrong] = useState<EntriesState['wrong']>(null);
  return {
    typed,
    problems,
    wrong,
    // What was wrong is judged anew as it is typed; what was not tried yet is left alone.
    change: (name, value) => {
      setTyped((before) => ({ ...before, [name]: value }));
      const field = fields.find((one) => one.name === name);
      if (!field || !(name in problems)) return;
      const { [name]: _, ...others } = problems;
      const problem = fieldProblem(field, value);
      setProblems(problem === null ? others : { ...others, [name]: problem });
    },
    judge: () => {
      const found = problemsOf(fields, typed);
      const first = fields.find(({ name }) => name in found);
      setProblems(found);
      setWrong(first ? { name: first.name } : null);
      return first === undefined;
    },
    clear: () => {
      setTyped({});
      setProblems({});
    },
  };
}
