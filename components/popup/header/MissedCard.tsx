import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import type { IndexedAccount } from '../../../utils/core/accounts/account-index.ts';
import type { ListedCard } from '../../../utils/core/accounts/card-preferences.ts';
import '../../ui/button.css';

type Props = { card: ListedCard; account: IndexedAccount | null; close: () => void };

/** In the menu, a card that its seller lists no more: the way to its successor, and out of the menu. */
export function MissedCard({ card: { id, title, seller }, account, close }: Props) {
  const sentence = t('cards.missed', { seller });
  const { origin = '', hasSignIn = true } = account ?? {};
  const remove = () => {
    close();
    send('savePreference', { card: id, preference: { isHidden: true } }).catch(() => undefined);
  };
  return (
    <fieldset class="missed-card" aria-label={`${title}. ${sentence}`} data-testid="missed-card">
      <bdi class="card-list-name">{title}</bdi>
      <p>{sentence}</p>
      <div class="missed-card-answers" role="none">
        {origin !== '' && hasSignIn ? (
          <a
            class="small-button"
            role="menuitem"
            tabIndex={-1}
            href={`connect.html?seller=${encodeURIComponent(origin)}`}
            target="_blank"
            rel="noreferrer"
            data-testid="missed-sign-in"
          >
            {t('cards.signIn')}
          </a>
        ) : null}
        <button
          type="button"
          class="small-button"
          role="menuitem"
          tabIndex={-1}
          data-testid="missed-remove"
          onClick={remove}
        >
          {t('cards.remove')}
        </button>
      </div>
    </fieldset>
  );
}
