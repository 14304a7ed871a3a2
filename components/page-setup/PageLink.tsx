import { t } from '../../utils/browser/i18n.ts';

/** Opens the page in a tab of its own. */
export function PageLink({ url }: { url: string }) {
  return (
    <a class="link" href={url} target="_blank" rel="noreferrer" data-testid="page-open">
      {t('page.openPage')}
    </a>
  );
}
