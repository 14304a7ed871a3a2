import type { ComponentChildren } from 'preact';
import '../../ui/page.css';

type Props = {
  testId: string;
  isOn: boolean;
  change: (isOn: boolean) => void;
  name?: string;
  isFixed?: boolean;
  children: ComponentChildren;
};

/** A checkbox with its label. `name`: a longer label for screen readers. `isFixed`: cannot be changed. */
export function Checkbox({ testId, isOn, change, name, isFixed = false, children }: Props) {
  return (
    <label class="page-check">
      <input
        type="checkbox"
        data-testid={testId}
        checked={isOn}
        disabled={isFixed}
        aria-label={name}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
