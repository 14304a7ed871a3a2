import { t } from '../../utils/browser/i18n.ts';
import '../ui/disclosure.css';
import '../ui/page.css';

/** How a card is added whose seller has nothing but a website: it begins on that website. */
export function SellerWebsite() {
  return (
    <details class="disclosure seller-website">
      <summary data-testid="seller-website">{t('connect.website')}</summary>
      <ol class="page-steps">
        <li>{t('connect.websiteOpen')}</li>
        <li>{t('connect.websitePress')}</li>
        <li>{t('connect.websiteClick')}</li>
      </ol>
    </details>
  );
}
