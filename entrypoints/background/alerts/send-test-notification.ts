import { t } from '../../../utils/browser/i18n.ts';
import { hideNotice, showNotice } from '../../../utils/browser/notifications.ts';

const id = 'test';

/** Shows a notice to see whether notices are seen; a former one makes way for it. */
export async function testAlert(): Promise<{ isTaken: boolean }> {
  await hideNotice(id);
  return { isTaken: await showNotice({ id, title: t('alert.test'), message: t('alert.testSays'), buttons: [] }) };
}
