import { t } from '../../../utils/browser/i18n.ts';
import { EnableNotifications } from '../../ui/EnableNotifications.tsx';
import '../../ui/page.css';
import { SystemInstructions } from './SystemInstructions.tsx';
import { TestNotification } from './TestNotification.tsx';

type Props = { canWarn: boolean; level: 'granted' | 'denied' | null };

/** Whether alerts can be seen, as far as the browser knows; the rest is tried. */
export function NotificationSettings({ canWarn, level }: Props) {
  if (!canWarn)
    return (
      <>
        <p>{t('settings.alertsOff')}</p>
        <EnableNotifications />
      </>
    );
  if (level === 'denied') return <SystemInstructions why={t('settings.alertsBlocked')} isInBrowser />;
  return (
    <>
      <p>{t('settings.alertsOn')}</p>
      <TestNotification />
    </>
  );
}
