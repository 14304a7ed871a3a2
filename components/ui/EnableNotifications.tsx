import { t } from '../../utils/browser/i18n.ts';
import { requestNotifications } from '../../utils/browser/permissions.ts';
import './button.css';

export function EnableNotifications({ label = t('popup.allowAlerts') }: { label?: string }) {
  return (
    <button type="button" class="small-button" data-testid="allow-alerts" onClick={() => requestNotifications()}>
      {label}
    </button>
  );
}
