import { useRunOnce } from '../../hooks/use-run-once.ts';
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
  const { isBusy, isRunning, run } = useRunOnce();
  return (
    <Question
      title={title}
      sentences={[says]}
      testId="deleting-question"
      decline={() => (isRunning() ? undefined : onNo())}
    >
      <button
        type="button"
        class="small-button"
        data-variant="danger"
        data-testid="confirm"
        aria-disabled={isBusy}
        onClick={() => run(onYes)}
      >
        {yes}
      </button>
    </Question>
  );
}
