import { listText, t } from '../../../utils/browser/i18n.ts';
import type { AccountIndex } from '../../../utils/core/accounts/account-index.ts';
import '../../ui/page.css';

/** The accounts connected already; nothing if there are none. */
export function ConnectedAccounts({ accounts }: Pick<AccountIndex, 'accounts'>) {
  if (accounts.length === 0) return null;
  return (
    <section class="page-section" data-testid="connected-accounts">
      <h2>{t('connect.already')}</h2>
      <ul class="page-list">
        {accounts.map(({ id, name, cards }) => (
          <li key={id}>
            <strong>
              <bdi>{name}</bdi>
            </strong>{' '}
            <span class="page-quiet">{listText(cards.map(({ title }) => title))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
