import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import './Question.css';
import '../ui/button.css';

type Props = {
  title: string;
  /** What speaks for and against it. */
  sentences: readonly string[];
  testId: string;
  decline: () => void;
  /** The other answers, after the safe one. */
  children: ComponentChildren;
};

/** A question before something that cannot be undone: "Not now" comes first, has the focus, and is what Escape means. */
export function Question({ title, sentences, testId, decline, children }: Props) {
  const [titleId, textId] = [useId(), useId()];
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), [title]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Unhandled, it would close the popup.
    event.preventDefault();
    event.stopPropagation();
    decline();
  };
  return (
    <div
      class="question"
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      data-testid={testId}
      onKeyDown={onKeyDown}
    >
      <h2 id={titleId}>{title}</h2>
      <div id={textId}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div class="question-answers">
        <button type="button" class="small-button" data-testid="decline" ref={safe} onClick={decline}>
          {t('order.notNow')}
        </button>
        {children}
      </div>
    </div>
  );
}
