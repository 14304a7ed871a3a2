import { Question } from '../../question/Question.tsx';

type Props = {
  title: string;
  /** What would be lost. */
  says: string;
  yes: string;
  isBusy?: boolean;
  onNo: () => void;
  onYes: () => void;
};

/** Asks before something is deleted or replaced. */
export function DeletingQuestion({ title, says, yes, isBusy = false, onNo, onYes }: Props) {
  return (
    <Question title={title} sentences={[says]} testId="deleting-question" decline={() => (isBusy ? undefined : onNo())}>
      <button
        type="button"
        class="small-button"
        data-variant="danger"
        data-testid="confirm"
        aria-disabled={isBusy}
        onClick={() => (isBusy ? undefined : onYes())}
      >
        {yes}
      </button>
    </Question>
  );
}
