import { t } from '../../../utils/browser/i18n.ts';
import { clearNotification, showNotification } from '../../../utils/browser/notifications.ts';

const id = 'test';

/** Shows a notification so that the user sees whether any arrive; replaces one that is still shown. */
export async function sendTestNotification(): Promise<{ isAccepted: boolean }> {
  await clearNotification(id);
  return {
    isAccepted: await showNotification({ id, title: t('alert.test'), message: t('alert.testSays'), buttons: [] }),
  };
}
