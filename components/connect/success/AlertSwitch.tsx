import { t } from '../../../utils/browser/i18n.ts';
import { removeNotifications, requestNotifications } from '../../../utils/browser/permissions.ts';

/** Alerts on or off, by the browser's permission for notifications. */
export function AlertSwitch({ isOn }: { isOn: boolean }) {
  const change = async (input: HTMLInputElement) => {
    const ask = input.checked ? requestNotifications() : removeNotifications().then((isRemoved) => !isRemoved);
    input.checked = await ask.catch(() => isOn);
  };
  return (
    <label class="page-check">
      <input
        type="checkbox"
        data-testid="allow-alerts"
        checked={isOn}
        onChange={(event) => void change(event.currentTarget)}
      />
      <span>{t('popup.allowAlerts')}</span>
    </label>
  );
}
