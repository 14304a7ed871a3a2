import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { Index } from '../../../utils/core/accounts/account-index.ts';
import { type CardBook, choiceOf, emptyBook, listCards } from '../../../utils/core/accounts/card-preferences.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import type { ChangeCard } from '../shared/use-settings.ts';
import { SettingsCard } from './CardRow.tsx';
import { SettingsPin } from './PinnedCard.tsx';
import '../../ui/page.css';

type Props = {
  accounts: Index['accounts'];
  book: CardBook;
  changeCard: ChangeCard;
  pinCard: (card: CardId | null) => void;
  orderCards: (order: string[]) => void;
};

/** All cards of all accounts: what they are called, where they stand, which are hidden, which is on the toolbar. */
export function SettingsCards({ accounts, book, changeCard, pinCard, orderCards }: Props) {
  const index = { accounts, shown: null, asked: null };
  const cards = listCards(index, book);
  const own = new Map(listCards(index, emptyBook).map(({ text, title }) => [text, title]));
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
    const order = cards.map(({ text }) => text).filter((text) => text !== card.text);
    orderCards(order.toSpliced(to, 0, card.text));
    say(t('settings.moved', { card: card.title, place: String(to + 1), count: String(cards.length) }));
  };
  const isLastShown = cards.filter(({ isHidden }) => !isHidden).length === 1;
  return (
    <section class="page-section">
      <h2>{t('settings.cards')}</h2>
      <ul class="page-list">
        {cards.map((card, place) => (
          <SettingsCard
            key={card.text}
            card={card}
            ownTitle={own.get(card.text) ?? card.seller}
            name={choiceOf(book, card.text).name}
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
          <SettingsPin cards={cards} pinCard={pinCard} />
        </>
      )}
      <p role="status" class="visually-hidden">
        {said}
      </p>
    </section>
  );
}
