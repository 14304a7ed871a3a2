import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import './folded-row.css';

type Props = {
  title: ComponentChildren;
  /** What the row says while it is folded, at its end. */
  summary: ComponentChildren;
  testId: string;
  /** Rendered only while the row is open. */
  children: () => ComponentChildren;
};

/** A row of a list that opens in place. */
export function FoldedRow({ title, summary, testId, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="folded-row">
      <button
        type="button"
        class="folded-row-button"
        data-testid={testId}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="folded-row-title">{title}</span>
        <span class="folded-row-summary">{summary}</span>
      </button>
      <div id={id} class="folded-row-content" hidden={!isOpen}>
        {isOpen ? children() : null}
      </div>
    </div>
  );
}
