import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../utils/browser/messages.ts';
import { t } from '../utils/browser/words.ts';
import { type CardId, cardIdText, type Index, isSameCard } from '../utils/core/account.ts';
import './CardMenu.css';
import { Icon } from './Icon.tsx';
import { nextIndex } from './next-index.ts';

type Props = { index: Index; current: CardId | null; title: string; show: (card: CardId) => void };

/** The card's name; with several cards, a menu of them. */
export function CardMenu({ index, current, title, show }: Props) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const cards = index.accounts.flatMap((account) =>
    account.cards.map((card) => ({
      id: { accountId: account.id, cardKey: card.key },
      title: card.title,
      seller: account.name,
    })),
  );
  useEffect(() => {
    if (isOpen) place.current?.querySelector<HTMLElement>('[aria-checked=true], [role=menuitemradio]')?.focus();
  }, [isOpen]);
  const name = <bdi data-testid="card-title">{title}</bdi>;
  if (cards.length < 2) return <h1 class="card-name">{name}</h1>;

  const close = () => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  const choose = (id: CardId) => {
    close();
    show(id);
    send('showCard', { card: id }).catch(() => undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') setOpen(false);
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    const items = [...(place.current?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])];
    const next = nextIndex(event.key, items.indexOf(document.activeElement as HTMLElement), items.length);
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (event.relatedTarget && !place.current?.contains(event.relatedTarget as Node)) setOpen(false);
  };
  return (
    <div class="card-menu" ref={place}>
      <button
        type="button"
        class="card-name"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {name}
        <Icon name="open" />
      </button>
      {isOpen ? (
        <div class="card-list" role="menu" aria-label={t('popup.cards')} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
          {cards.map(({ id, title, seller }) => (
            <button
              key={cardIdText(id)}
              type="button"
              role="menuitemradio"
              aria-checked={isSameCard(id, current)}
              tabIndex={-1}
              onClick={() => choose(id)}
            >
              <bdi>{title || seller}</bdi>
              {index.accounts.length > 1 && title ? <bdi class="seller">{seller}</bdi> : null}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
