import { t } from '../../utils/browser/i18n.ts';
import type { DraftPart } from '../../utils/core/page/page-draft.ts';
import { PageLink } from './PageLink.tsx';
import type { PageSetup } from './use-page-setup.ts';

/** Leads to the page, to point at what was not found there, or wrongly. */
export function PointButton({ what, url, setup }: { what: DraftPart; url: string; setup: PageSetup }) {
  const { failure, point } = setup.pointing;
  const failed = failure?.what === what ? failure.kind : null;
  return (
    <>
      <button type="button" class="small-button" data-testid={`point-${what}`} onClick={() => point(what)}>
        {t(`page.pointAt.${what}`)}
      </button>
      <p class="page-quiet" role="status" data-testid={`cannot-point-${what}`}>
        {failed === 'stopped' ? t('offer.problem.noWorker') : null}
        {failed === 'out-of-reach' ? (
          <>
            {t('page.cannotPoint')} <PageLink url={url} />
          </>
        ) : null}
      </p>
    </>
  );
}
