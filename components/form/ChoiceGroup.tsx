import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './ChoiceGroup.css';
import '../ui/page.css';

/** `field`: what is typed where this choice is taken. */
export type Choice = { value: string; label: string; field?: ComponentChildren };

type Props = {
  question: string;
  hint?: string | undefined;
  testId: string;
  choices: readonly Choice[];
  /** Null: none is taken yet. */
  chosen: string | null;
  choose: (value: string) => void;
  /** Said of a question that has to be answered first; null: it has been, or need not be. */
  problem?: string | null;
};

/** A question with a few answers, one of which is taken. */
export function ChoiceGroup({ question, hint, testId, choices, chosen, choose, problem = null }: Props) {
  const name = useId();
  const describedBy = `${name}-hint ${name}-problem`;
  return (
    <fieldset class="page-group choice-group" data-testid={testId} aria-describedby={describedBy}>
      <legend>{question}</legend>
      {choices.map(({ value, label, field }) => (
        <div key={value}>
          <label class="page-check">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              aria-invalid={problem !== null}
              onChange={() => choose(value)}
            />
            <span>{label}</span>
          </label>
          {value === chosen ? field : null}
        </div>
      ))}
      {hint ? (
        <small id={`${name}-hint`} class="page-quiet">
          {hint}
        </small>
      ) : null}
      <small id={`${name}-problem`} class="form-field-problem">
        {problem}
      </small>
    </fieldset>
  );
}
