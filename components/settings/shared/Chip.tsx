import type { ComponentChildren } from 'preact';
import './Chip.css';

type Props = {
  testId: string;
  isOn: boolean;
  change: (isOn: boolean) => void;
  value: number;
  children: ComponentChildren;
};

/** A checkbox as a short word in a row of them, to be read as the end of a sentence. */
export function Chip({ testId, isOn, change, value, children }: Props) {
  return (
    <label class="chip">
      <input
        type="checkbox"
        data-testid={testId}
        value={value}
        checked={isOn}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
