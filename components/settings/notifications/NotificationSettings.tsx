import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { EnableNotifications } from '../../ui/EnableNotifications.tsx';
import '../../ui/page.css';
import { SystemInstructions } from './SystemInstructions.tsx';
import { TestNotification } from './TestNotification.tsx';

type Props = { canWarn: boolean; level: 'granted' | 'denied' | null };

/** Whether the browser shows notifications, with a test for what it does not know. */
export function NotificationSettings({ canWarn, level }: Props) {
  const status = useRef<HTMLDivElement>(null);
  const couldWarn = useRef(canWarn);
  // The pressed button is gone once alerts are on.
  useEffect(() => {
    if (canWarn && !couldWarn.current) status.current?.focus();
    couldWarn.current = canWarn;
  }, [canWarn]);
  const isBlocked = canWarn && level === 'denied';
  return (
    <>
      <div role="status" data-testid="alerts-status" tabIndex={-1} ref={status}>
        {isBlocked ? (
          <SystemInstructions reason={t('settings.alertsBlocked')} isBlockedByBrowser />
        ) : (
          <p>{t(canWarn ? 'settings.alertsOn' : 'settings.alertsOff')}</p>
        )}
      </div>
      {canWarn ? null : <EnableNotifications />}
      {canWarn && !isBlocked ? <TestNotification /> : null}
    </>
  );
}
