import { t } from '../../../utils/browser/i18n.ts';
import './PinInstructions.css';

/** How to pin the icon to the toolbar: the puzzle piece, then the pin beside Gigabar. */
export function PinInstructions() {
  return (
    <section class="page-section">
      <h2>{t('connect.pin')}</h2>
      <p>{t('connect.pinHow')}</p>
      <svg class="pin-picture" viewBox="0 0 320 116" role="img" aria-label={t('connect.pinHow')}>
        <rect class="pin-window" x="0.5" y="0.5" width="319" height="115" rx="8" />
        <rect class="pin-field" x="12" y="10" width="216" height="20" rx="10" />
        <circle class="pin-ring" cx="262" cy="20" r="14" />
        <path class="pin-line" d="M257 16h3a2 2 0 1 1 4 0h3v3a2 2 0 1 1 0 4v3h-10z" />
        <path class="pin-line" d="M300 14v.1M300 20v.1M300 26v.1" />
        <rect class="pin-list" x="150" y="42" width="158" height="62" rx="8" />
        <rect class="pin-mark" x="162" y="56" width="14" height="6" rx="2" />
        <text class="pin-text" x="184" y="64">
          Gigabar
        </text>
        <circle class="pin-ring" cx="286" cy="60" r="12" />
        <path class="pin-line" d="M283 55h6M284 55v5l-2 3h8l-2-3v-5M286 63v4" />
        <rect class="pin-field" x="162" y="80" width="14" height="10" rx="2" />
        <rect class="pin-field" x="184" y="82" width="64" height="6" rx="3" />
      </svg>
    </section>
  );
}
