import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { AccountIndex } from '../../../utils/core/accounts/account-index.ts';
import {
  type CardPreferences,
  defaultPreferences,
  listCards,
  preferenceOf,
} from '../../../utils/core/accounts/card-preferences.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import type { SaveCardPreference } from '../shared/use-settings.ts';
import { CardRow } from './CardRow.tsx';
import { PinnedCard } from './PinnedCard.tsx';
import '../../ui/page.css';

type Props = {
  accounts: AccountIndex['accounts'];
  preferences: CardPreferences;
  changeCard: SaveCardPreference;
  pinCard: (card: CardId | null) => void;
  orderCards: (order: string[]) => void;
};

/** All cards of all accounts: their names, their order, which are hidden, and which is pinned to the toolbar. */
export function CardSettings({ accounts, preferences, changeCard, pinCard, orderCards }: Props) {
  const accountIndex = { accounts, shown: null, requested: null };
  const cards = listCards(accountIndex, preferences);
  const sellerTitles = new Map(listCards(accountIndex, defaultPreferences).map(({ idText, title }) => [idText, title]));
  const [announced, announce] = useState('');
  const clicked = useRef<HTMLButtonElement | null>(null);
  // Moving a row in the page takes the focus from its buttons.
  useLayoutEffect(() => {
    clicked.current?.focus();
    clicked.current = null;
  });
  if (cards.length === 0) return null;
  const isOnlyCard = cards.length === 1;
  const move = (from: number, to: number, button: HTMLButtonElement) => {
    const card = cards[from];
    if (!card || to < 0 || to >= cards.length) return;
    clicked.current = button;
    const order = cards.map(({ idText }) => idText).filter((text) => text !== card.idText);
    orderCards(order.toSpliced(to, 0, card.idText));
    announce(t('settings.moved', { card: card.title, place: String(to + 1), count: String(cards.length) }));
  };
  const isOneVisible = cards.filter(({ isHidden }) => !isHidden).length === 1;
  return (
    <section class="page-section">
      <h2>{t('settings.cards')}</h2>
      <ul class="page-list">
        {cards.map((card, index) => (
          <CardRow
            key={card.idText}
            card={card}
            sellerTitle={sellerTitles.get(card.idText) ?? card.seller}
            name={preferenceOf(preferences, card.idText).name}
            isOnlyCard={isOnlyCard}
            isFirst={index === 0}
            isLast={index === cards.length - 1}
            canHide={card.isHidden || !isOneVisible}
            change={(changes) => changeCard(card.id, () => changes)}
            move={(step, button) => move(index, index + step, button)}
          />
        ))}
      </ul>
      <p class="page-quiet">{t('settings.names')}</p>
      {isOnlyCard ? null : (
        <>
          <p class="page-quiet">
            {t('settings.hideSays')} {isOneVisible ? t('settings.hideLast') : null}
          </p>
          <PinnedCard cards={cards} pinCard={pinCard} />
        </>
      )}
      <p role="status" class="visually-hidden">
        {announced}
      </p>
    </section>
  );
}
