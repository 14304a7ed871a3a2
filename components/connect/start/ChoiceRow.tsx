import '../../ui/folded-row.css';

type Props = {
  title: string;
  about: string;
  testId: string;
  providerId?: string;
  isBusy?: boolean;
  choose: () => void;
};

/** One of several ways to go on. */
export function ChoiceRow({ title, about, testId, providerId, isBusy = false, choose }: Props) {
  return (
    <div class="folded-row">
      <button
        type="button"
        class="folded-row-button"
        data-testid={testId}
        data-provider-id={providerId}
        aria-busy={isBusy}
        onClick={choose}
      >
        <span class="folded-row-title">
          <bdi>{title}</bdi>
          {about === '' ? null : <small>{about}</small>}
        </span>
      </button>
    </div>
  );
}
