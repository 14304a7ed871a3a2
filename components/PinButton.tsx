import { send } from '../utils/browser/messages.ts';
import { t } from '../utils/browser/words.ts';
import type { ListedCard } from '../utils/core/card-book.ts';
import { Icon } from './Icon.tsx';

/** Keeps this card on the toolbar, whatever the others need. */
export function PinButton({ card: { id, isPinned } }: { card: ListedCard }) {
  return (
    <button
      type="button"
      class="icon-button"
      data-testid="pin"
      aria-pressed={isPinned}
      aria-label={t('popup.pin')}
      title={t(isPinned ? 'popup.unpin' : 'popup.pin')}
      onClick={() => send('pinCard', { card: isPinned ? null : id }).catch(() => undefined)}
    >
      <Icon name="pin" />
    </button>
  );
}
