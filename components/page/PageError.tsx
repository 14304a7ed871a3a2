import { t } from '../../utils/browser/i18n.ts';
import { useCopy } from '../copy/use-copy.ts';
import './PageError.css';
import '../ui/empty-state.css';
import '../ui/button.css';

/** In place of a page that could not be loaded or rendered. */
export function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const { copied, copy } = useCopy();
  return (
    <main class="empty-state page-error" data-testid="page-error">
      <h1>{t('pageError.title')}</h1>
      <p role="alert">{t('pageError.says')}</p>
      <button type="button" class="primary" data-testid="page-retry" onClick={retry}>
        {t('failure.retry')}
      </button>
      <p class="page-error-more">
        <a class="link" href="options.html" target="_blank" rel="noreferrer">
          {t('pageError.settings')}
        </a>
        <button type="button" class="small-button" data-testid="page-details" onClick={() => copy(detailsOf(error))}>
          {t(copied === 'yes' ? 'order.copied' : 'pageError.copy')}
        </button>
      </p>
    </main>
  );
}

/** Where it happened. The message may quote what is stored, and is left out. */
function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s*at |@/.test(line));
  return [error.name, ...lines].join('\n');
}
