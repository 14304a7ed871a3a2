import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Settings } from '../../utils/core/settings.ts';
import '../ui/banner.css';
import '../ui/button.css';

/** In privacy mode says that it is on, with the way out; else nothing. */
export function PrivacyNotice({ settings }: { settings: Settings }) {
  if (!settings.privacyMode) return null;
  const show = () => {
    focusHeading();
    send('setPrivacyMode', { isOn: false }).catch(() => undefined);
  };
  return (
    <section class="banner" data-testid="privacy-notice">
      <p>{t('privacy.hidden')}</p>
      <button type="button" class="small-button" data-testid="privacy-show" onClick={show}>
        {t('privacy.show')}
      </button>
    </section>
  );
}

/** The button goes with the notice. */
function focusHeading(): void {
  const heading = document.querySelector('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}
