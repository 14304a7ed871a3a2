import { t } from '../../../utils/browser/i18n.ts';
import { AllowAlerts } from '../../ui/EnableNotifications.tsx';
import '../../ui/page.css';
import { SettingsSteps } from './SystemInstructions.tsx';
import { SettingsTestAlert } from './TestNotification.tsx';

type Props = { canWarn: boolean; level: 'granted' | 'denied' | null };

/** Whether alerts can be seen, as far as the browser knows; the rest is tried. */
export function SettingsNotifications({ canWarn, level }: Props) {
  if (!canWarn)
    return (
      <>
        <p>{t('settings.alertsOff')}</p>
        <AllowAlerts />
      </>
    );
  if (level === 'denied') return <SettingsSteps why={t('settings.alertsBlocked')} isInBrowser />;
  return (
    <>
      <p>{t('settings.alertsOn')}</p>
      <SettingsTestAlert />
    </>
  );
}
