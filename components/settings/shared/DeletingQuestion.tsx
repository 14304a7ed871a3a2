import { useRef, useState } from 'preact/hooks';
import { Question } from '../../question/Question.tsx';

type Props = {
  title: string;
  /** What would be lost. */
  says: string;
  yes: string;
  onNo: () => void;
  /** Done once, however often it is pressed meanwhile. Where it fails the question stays. */
  onYes: () => Promise<unknown>;
};

/** Asks before something is deleted or replaced. While that is being done it cannot be answered again. */
export function DeletingQuestion({ title, says, yes, onNo, onYes }: Props) {
  const isRunning = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const run = () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    onYes()
      .catch(() => undefined)
      .finally(() => {
        isRunning.current = false;
        setBusy(false);
      });
  };
  return (
    <Question
      title={title}
      sentences={[says]}
      testId="deleting-question"
      decline={() => (isRunning.current ? undefined : onNo())}
    >
      <button
        type="button"
        class="small-button"
        data-variant="danger"
        data-testid="confirm"
        aria-disabled={isBusy}
        onClick={run}
      >
        {yes}
      </button>
    </Question>
  );
}
