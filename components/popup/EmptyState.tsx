import { t } from '../../utils/browser/i18n.ts';
import '../ui/empty-state.css';
import '../ui/primary-button.css';

/** The popup while no account is connected, with a link to the connect page. */
export function EmptyState() {
  return (
    <main class="empty-state">
      <h1>{t('app.name')}</h1>
      <p>{t('popup.noAccount')}</p>
      <a class="primary" href="connect.html" target="_blank" rel="noreferrer" data-first>
        {t('popup.connect')}
      </a>
    </main>
  );
}
