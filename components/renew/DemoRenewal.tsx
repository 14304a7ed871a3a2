import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import '../ui/button.css';
import './RenewSection.css';

/** In place of the renewal of a real card: says that this is none, and what to do to have one. */
export function DemoRenewal({ connectHref }: { connectHref: string }) {
  const [isPressed, setPressed] = useState(false);
  return (
    <section class="renew-section" data-testid="demo-note">
      <button
        type="button"
        class="primary"
        data-variant="quiet"
        data-testid="demo-renew"
        onClick={() => setPressed(true)}
      >
        <span>{t('demo.renew')}</span>
      </button>
      <p class="renew-effect" role="status">
        {t(isPressed ? 'demo.buysNothing' : 'demo.says')}
      </p>
      {isPressed ? (
        <a class="link" href={connectHref} target="_blank" rel="noreferrer">
          {t('demo.connect')}
        </a>
      ) : null}
    </section>
  );
}
