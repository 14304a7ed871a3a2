import { t } from '../../utils/browser/i18n.ts';
import { requestNotifications } from '../../utils/browser/permissions.ts';
import './text-button.css';

export function EnableNotifications() {
  return (
    <button type="button" class="text-button" data-testid="allow-alerts" onClick={() => requestNotifications()}>
      {t('popup.allowAlerts')}
    </button>
  );
}
