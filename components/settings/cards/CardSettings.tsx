import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { AccountIndex } from '../../../utils/core/accounts/account-index.ts';
import { currentStatus } from '../../../utils/core/accounts/card-judgement.ts';
import {
  type CardPreferences,
  defaultPreferences,
  type ListedCard,
  listCards,
  preferenceOf,
} from '../../../utils/core/accounts/card-preferences.ts';
import type { DisplayMode } from '../../../utils/core/usage/card-balance.ts';
import { type CardId, formatCardId } from '../../../utils/core/usage/card-id.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { cardFigureText } from '../../format/card-figure-text.ts';
import { useNow } from '../../hooks/use-now.ts';
import { ShowAll } from '../../long-list/ShowAll.tsx';
import { useLongList } from '../../long-list/use-long-list.ts';
import type { SaveCardPreference } from '../shared/use-settings.ts';
import { CardRow } from './CardRow.tsx';
import '../../ui/button.css';
import '../../ui/page.css';

type Props = {
  accounts: AccountIndex['accounts'];
  preferences: CardPreferences;
  /** All of them, as the user has named and ordered them. */
  cards: readonly ListedCard[];
  view: DisplayMode;
  canWarn: boolean;
  changeCard: SaveCardPreference;
  pinCard: (card: CardId | null) => void;
  orderCards: (order: string[]) => void;
};

/** All cards of all accounts, each once: what it has left, and what the user can choose of it. */
export function CardSettings({ accounts, preferences, cards, view, canWarn, changeCard, pinCard, orderCards }: Props) {
  const asSold = listCards({ accounts, shown: null, requested: null }, defaultPreferences);
  const sellerTitles = new Map(asSold.map(({ idText, title }) => [idText, title]));
  const numbers = new Map(
    accounts.flatMap(({ id, cards }) =>
      cards.map(({ key, number = null }) => [formatCardId({ accountId: id, cardKey: key }), number]),
    ),
  );
  const now = useNow(minuteMs);
  const [announced, announce] = useState('');
  const clicked = useRef<HTMLButtonElement | null>(null);
  // Moving a row in the page takes the focus from its buttons.
  useLayoutEffect(() => {
    clicked.current?.focus();
    clicked.current = null;
  });
  const list = useLongList<HTMLUListElement, ListedCard>(cards, () => false);
  const isOnlyCard = cards.length === 1;
  const move = (from: number, to: number, button: HTMLButtonElement) => {
    const card = cards[from];
    if (!card || to < 0 || to >= cards.length) return;
    clicked.current = button;
    list.showUntil(to + 1);
    const order = cards.map(({ idText }) => idText).filter((text) => text !== card.idText);
    orderCards(order.toSpliced(to, 0, card.idText));
    announce(t('settings.moved', { card: card.title, place: String(to + 1), count: String(cards.length) }));
  };
  const isOneVisible = cards.filter(({ isHidden }) => !isHidden).length === 1;
  const pinned = cards.find(({ isPinned }) => isPinned);
  return (
    <section class="page-section" id="cards">
      <div class="settings-head">
        <h2>{t('settings.section.cards')}</h2>
        <a class="small-button" href="connect.html" data-testid="add-card">
          {t('settings.addCard')}
        </a>
      </div>
      <ul class="page-list settings-cards" ref={list.root}>
        {list.shown.map((card, index) => (
          <CardRow
            key={card.idText}
            card={card}
            sellerTitle={sellerTitles.get(card.idText) ?? card.seller}
            number={numbers.get(card.idText) ?? null}
            figure={cardFigureText(card, currentStatus(card.judged, now), view, now)}
            preference={preferenceOf(preferences, card.idText)}
            canWarn={canWarn}
            isOnlyCard={isOnlyCard}
            isFirst={index === 0}
            isLast={index === cards.length - 1}
            canHide={card.isHidden || !isOneVisible}
            change={(changes) => changeCard(card.id, () => changes)}
            pin={(isPinned) => pinCard(isPinned ? card.id : null)}
            move={(step, button) => move(index, index + step, button)}
          />
        ))}
      </ul>
      <ShowAll total={cards.length} showAll={list.showAll} />
      {cards.length === 0 ? <p class="page-quiet">{t('popup.noAccount')}</p> : null}
      {cards.length > 1 ? (
        <p class="page-quiet" role="status" data-testid="pinned">
          {pinned ? t('settings.pinned', { card: pinned.title }) : t('settings.pinAuto')}
        </p>
      ) : null}
      <p role="status" class="visually-hidden">
        {announced}
      </p>
    </section>
  );
}
