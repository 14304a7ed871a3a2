import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { type ListedCard, missedCards } from '../../../utils/core/accounts/card-preferences.ts';
import { otherCardsNeed } from '../../../utils/core/accounts/other-cards.ts';
import { type CardId, formatCardId } from '../../../utils/core/usage/card-id.ts';
import type { PopupState } from '../../hooks/popup-state.ts';
import type { OpenPage } from '../../hooks/use-open-page.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { CardMenu } from './CardMenu.tsx';
import { StatusDot } from './StatusDot.tsx';
import { useMenu } from './use-menu.ts';
import './CardSwitcher.css';

type Props = {
  cards: ListedCard[];
  current: ListedCard | null;
  /** The title while there is no card yet. */
  fallback: string;
  shown: PopupState;
  openPage: OpenPage;
  show: (card: CardId) => void;
  now: number;
  /** Null: it is not loaded yet. */
  CardMenu: typeof CardMenu | null;
};

/** The card's name, which is the heading, and the menu of all cards. */
export function CardSwitcher({ cards, current, fallback, shown, openPage, show, now, CardMenu }: Props) {
  const menu = useMenu();
  const heading = useRef<HTMLHeadingElement>(null);
  const idText = shown.card && formatCardId(shown.card);
  const shownBefore = useRef(idText);
  useEffect(() => {
    // What had the focus went with the card before.
    if (shownBefore.current !== idText && !menu.root.current?.contains(document.activeElement))
      heading.current?.focus();
    shownBefore.current = idText;
  }, [idText]);
  const title = current?.title ?? fallback;
  const missed = missedCards(shown.index, shown.preferences);
  return (
    <div class="card-menu" ref={menu.root}>
      <h1 tabIndex={-1} ref={heading}>
        <button
          type="button"
          class="card-name"
          aria-haspopup="menu"
          aria-expanded={menu.isOpen}
          onClick={menu.toggle}
          onKeyDown={menu.onButtonKey}
        >
          <bdi data-testid="card-title">{title}</bdi>
          <NeedDot shown={shown} isPinnedMissed={missed.some(({ isPinned }) => isPinned)} now={now} />
          <Icon name="open" />
        </button>
      </h1>
      {menu.isOpen && CardMenu ? (
        <CardMenu {...{ cards, current, missed, title, shown, openPage, show, menu, now }} />
      ) : null}
    </div>
  );
}

/** That another card needs a look: where no row of the popup says so, and where the pinned card is listed no more. */
function NeedDot({ shown, isPinnedMissed, now }: { shown: PopupState; isPinnedMissed: boolean; now: number }) {
  const status = isPinnedMissed ? 'action' : otherCardsNeed(shown.index, shown.preferences, shown.card, now)?.status;
  if (!status) return null;
  return (
    <span class="card-name-dot" data-said-by-row={!isPinnedMissed} data-testid="card-menu-dot">
      <StatusDot status={status} />
      <span class="visually-hidden">{t('cards.othersNeed')}</span>
    </span>
  );
}
