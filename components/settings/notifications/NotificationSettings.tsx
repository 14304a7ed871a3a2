import { t } from '../../../utils/browser/i18n.ts';
import { EnableNotifications } from '../../ui/EnableNotifications.tsx';
import '../../ui/page.css';
import { SystemInstructions } from './SystemInstructions.tsx';
import { TestNotification } from './TestNotification.tsx';

type Props = { canWarn: boolean; level: 'granted' | 'denied' | null };

/** Whether the browser shows notifications, with a test for what it does not know. */
export function NotificationSettings({ canWarn, level }: Props) {
  if (!canWarn)
    return (
      <>
        <p>{t('settings.alertsOff')}</p>
        <EnableNotifications />
      </>
    );
  if (level === 'denied') return <SystemInstructions reason={t('settings.alertsBlocked')} isBlockedByBrowser />;
  return (
    <>
      <p>{t('settings.alertsOn')}</p>
      <TestNotification />
    </>
  );
}
