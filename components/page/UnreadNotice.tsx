import { listText, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { unreadTopic } from '../../utils/core/storage/unread-topics.ts';
import type { UnreadValue } from '../../utils/core/storage/unread-values.ts';
import '../ui/banner.css';
import '../ui/button.css';

/** Says once which parts of what was saved could not be read; nothing if all could. */
export function UnreadNotice({ unread = [] }: { unread?: readonly UnreadValue[] }) {
  const topics = unread.filter(({ isDismissed }) => !isDismissed).flatMap(({ name }) => unreadTopic(name) ?? []);
  if (topics.length === 0) return null;
  const words = [...new Set(topics)].map((topic) => t(`unread.${topic}`));
  return (
    <section class="banner" data-testid="unread-notice">
      <p>{t('unread.says', { what: listText(words) })}</p>
      <button
        type="button"
        class="small-button"
        data-testid="dismiss-unread"
        onClick={() => send('dismissUnread', {}).catch(() => undefined)}
      >
        {t('unread.dismiss')}
      </button>
    </section>
  );
}
