import { openAmountText, t } from '../../../utils/browser/i18n.ts';
import './WebsiteSteps.css';
import '../../ui/page.css';

/** How a number is picked on a seller's page: it begins on that page. */
export function WebsiteSteps() {
  return (
    <>
      <WebsitePicture />
      <ol class="page-steps">
        <li>{t('connect.websiteOpen')}</li>
        <li>{t('connect.websitePress')}</li>
        <li>{t('connect.websiteClick')}</li>
      </ol>
    </>
  );
}

/** An account page under the browser's bar: the icon in the one, the number in the other are marked. */
function WebsitePicture() {
  return (
    <div class="website-picture" aria-hidden="true">
      <div class="website-picture-bar">
        <i class="website-picture-address" />
        <i class="website-picture-icon" />
      </div>
      <div class="website-picture-page">
        <i class="website-picture-line" />
        <b class="website-picture-number">{openAmountText(1_240_000_000, 1000)}</b>
        <i class="website-picture-line" />
      </div>
    </div>
  );
}
