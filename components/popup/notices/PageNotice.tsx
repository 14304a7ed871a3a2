import { t } from '../../../utils/browser/i18n.ts';
import type { OpenPageNotice } from '../../hooks/use-open-page.ts';
import '../../ui/button.css';

/** What came of a press that has to do with the page in front. */
export function PageNotice({ notice }: { notice: OpenPageNotice }) {
  const text =
    notice.kind === 'renews-here'
      ? t('page.renewHereSet', { host: notice.host })
      : t(notice.kind === 'failed' ? 'offer.problem.noWorker' : 'page.notStarted');
  return (
    <p class="popup-line" role="status" data-testid="page-notice">
      {text}{' '}
      {notice.kind === 'renews-here' ? (
        <a class="link" href="options.html" target="_blank" rel="noreferrer" data-testid="enter-usual">
          {t('page.usual.add')}
        </a>
      ) : null}
    </p>
  );
}
