import { t } from '../../../utils/browser/i18n.ts';
import { clearNotification, showNotification } from '../../../utils/browser/notifications.ts';

const id = 'test';

/** Shows a notice to see whether notices are seen; a former one makes way for it. */
export async function sendTestNotification(): Promise<{ isTaken: boolean }> {
  await clearNotification(id);
  return { isTaken: await showNotification({ id, title: t('alert.test'), message: t('alert.testSays'), buttons: [] }) };
}
