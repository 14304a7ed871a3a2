import { t } from '../../../utils/browser/i18n.ts';
import { siteOf } from '../../../utils/core/values/urls.ts';
import { useHeadingFocus } from '../../hooks/use-heading-focus.ts';
import { WebsiteSteps } from './WebsiteSteps.tsx';
import '../../ui/page.css';
import '../../ui/button.css';

/** A seller with nothing to read but its website. `home`: the origin of it. */
export type SellerSite = { name: string; home: string };

type Props = { site: SellerSite; enterByHand: () => void; back: () => void };

/** The way to a number on a seller's own website, and the way without it. */
export function SellerPage({ site, enterByHand, back }: Props) {
  const heading = useHeadingFocus();
  return (
    <main class="page">
      <h1 ref={heading} tabIndex={-1}>
        <bdi>{site.name}</bdi>
      </h1>
      <WebsiteSteps />
      <a class="primary" href={site.home} target="_blank" rel="noreferrer" data-testid="open-seller">
        <span>{t('connect.open', { host: siteOf(site.home) })}</span>
      </a>
      <div class="start-more">
        <button type="button" class="small-button" data-testid="by-hand" onClick={enterByHand}>
          {t('connect.byHand')}
        </button>
        <button type="button" class="link" data-testid="back" onClick={back}>
          {t('connect.back')}
        </button>
      </div>
    </main>
  );
}
