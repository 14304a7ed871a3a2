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

/** All cards of all accounts: what they are called, where they stand, which are hidden, which is on the toolbar. */
export function CardSettings({ accounts, preferences, changeCard, pinCard, orderCards }: Props) {
  const index = { accounts, shown: null, requested: null };
  const cards = listCards(index, preferences);
  const own = new Map(listCards(index, defaultPreferences).map(({ idText, title }) => [idText, title]));
  const [said, say] = useState('');
  const pressed = useRef<HTMLButtonElement | null>(null);
  // A row that moves in the page takes the focus away from its buttons.
  useLayoutEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  });
  if (cards.length === 0) return null;
  const isAlone = cards.length === 1;
  const move = (from: number, to: number, button: HTMLButtonElement) => {
    const card = cards[from];
    if (!card || to < 0 || to >= cards.length) return;
    pressed.current = button;
    const order = cards.map(({ idText }) => idText).filter((text) => text !== card.idText);
    orderCards(order.toSpliced(to, 0, card.idText));
    say(t('settings.moved', { card: card.title, place: String(to + 1), count: String(cards.length) }));
  };
  const isLastShown = cards.filter(({ isHidden }) => !isHidden).length === 1;
  return (
    <section class="page-section">
      <h2>{t('settings.cards')}</h2>
      <ul class="page-list">
        {cards.map((card, place) => (
          <CardRow
            key={card.idText}
            card={card}
            ownTitle={own.get(card.idText) ?? card.seller}
            name={preferenceOf(preferences, card.idText).name}
            isAlone={isAlone}
            isFirst={place === 0}
            isLast={place === cards.length - 1}
            canHide={card.isHidden || !isLastShown}
            change={(some) => changeCard(card.id, () => some)}
            move={(step, button) => move(place, place + step, button)}
          />
        ))}
      </ul>
      <p class="page-quiet">{t('settings.names')}</p>
      {isAlone ? null : (
        <>
          <p class="page-quiet">
            {t('settings.hideSays')} {isLastShown ? t('settings.hideLast') : null}
          </p>
          <PinnedCard cards={cards} pinCard={pinCard} />
        </>
      )}
      <p role="status" class="visually-hidden">
        {said}
      </p>
    </section>
  );
}
