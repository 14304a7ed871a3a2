import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import type { ListedCard } from '../../../utils/core/accounts/card-preferences.ts';
import { Icon } from '../../ui/Icon.tsx';

/** Pins this card to the toolbar, even if another is more urgent. */
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
