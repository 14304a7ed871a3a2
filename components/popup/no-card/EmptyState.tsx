import type { ComponentChildren } from 'preact';
import { t } from '../../../utils/browser/i18n.ts';
import type { OpenPage } from '../../hooks/use-open-page.ts';
import './EmptyState.css';
import '../../ui/empty-state.css';
import '../../ui/button.css';

type Props = { openPage: OpenPage; children: ComponentChildren };

/** The popup while no account is connected: the connect page, and what is left by the page in front. */
export function EmptyState({ openPage, children }: Props) {
  const { url, connectHref, isKnown, isPrivate } = openPage;
  return (
    <main class="empty-state">
      <h1>{t('app.name')}</h1>
      <p>{t('popup.noAccount')}</p>
      <a class="primary" href={connectHref} target="_blank" rel="noreferrer" data-first>
        {t('popup.connect')}
      </a>
      <div class="page-offer">
        {url === null ? null : (
          <button
            type="button"
            class="primary"
            data-variant="quiet"
            data-testid="read-page"
            onClick={() => openPage.pick(null)}
          >
            {t('page.offer')}
          </button>
        )}
        {url === null && isKnown ? (
          <p data-testid="page-how-to">{t(isPrivate ? 'page.private' : 'page.howTo')}</p>
        ) : null}
      </div>
      {children}
    </main>
  );
}
