import type { ComponentChildren } from 'preact';
import { t } from '../../../utils/browser/i18n.ts';
import { visibleCards } from '../../../utils/core/accounts/card-preferences.ts';
import { type CardId, isSameCard } from '../../../utils/core/usage/card-id.ts';
import type { PopupState } from '../../hooks/popup-state.ts';
import type { OpenPage } from '../../hooks/use-open-page.ts';
import type { CardMenu } from '../header/CardMenu.tsx';
import { CardSwitcher } from '../header/CardSwitcher.tsx';
import '../header/PopupHeader.css';
import '../../ui/empty-state.css';
import '../../ui/button.css';

type Props = {
  shown: PopupState;
  openPage: OpenPage;
  now: number;
  show: (card: CardId) => void;
  CardMenu: typeof CardMenu | null;
  children: ComponentChildren;
};

/** In place of a card whose account is listed and cannot be read: the other cards, and where to sign out of it. */
export function UnreadableAccount({ shown, openPage, now, show, CardMenu, children }: Props) {
  const { index, preferences, accountId, card } = shown;
  const cards = visibleCards(index, preferences, card);
  const current = cards.find(({ id }) => isSameCard(id, card)) ?? null;
  const seller = index.accounts.find(({ id }) => id === accountId)?.name || t('app.name');
  return (
    <main class="popup">
      <header class="head">
        <CardSwitcher {...{ cards, current, shown, openPage, show, now, CardMenu }} fallback={seller} />
      </header>
      {children}
      <div class="empty-state" data-testid="unreadable-account">
        <p>{t('popup.unreadable', { seller })}</p>
        <a class="primary" href="options.html" target="_blank" rel="noreferrer" data-first>
          {t('pageError.settings')}
        </a>
      </div>
    </main>
  );
}
