import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { ListedCard } from '../../../utils/core/accounts/card-preferences.ts';
import { figureFor, spokenOf } from '../../../utils/core/usage/card-balance.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { sellerTimeFor } from '../../../utils/core/usage/usage-snapshot.ts';
import { figureWords } from '../../format/amount-text.ts';
import type { Shown } from '../../hooks/use-popup-state.ts';
import { nextIndex } from '../../ui/arrow-key-index.ts';
import { Icon } from '../../ui/Icon.tsx';
import './CardSwitcher.css';

type Props = {
  cards: ListedCard[];
  current: ListedCard | null;
  /** What stands for the name where there is no card yet. */
  fallback: string;
  shown: Shown;
  show: (card: CardId) => void;
  now: number;
};

/** The card's name; with several cards, a menu of them with what each has. */
export function CardMenu({ cards, current, fallback, shown, show, now }: Props) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const find = (what: string) => place.current?.querySelector<HTMLElement>(`[role=menuitemradio]${what}`);
    (find('[aria-checked=true]') ?? find(''))?.focus();
  }, [isOpen]);
  const name = <bdi data-testid="card-title">{current?.title ?? fallback}</bdi>;
  if (cards.length < 2) return <h1 class="card-name">{name}</h1>;

  const hasSellers = new Set(cards.map(({ seller }) => seller)).size > 1;
  const close = () => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  const choose = (id: CardId) => {
    close();
    show(id);
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
          {cards.map((card) => (
            <button
              key={card.text}
              type="button"
              role="menuitemradio"
              aria-checked={card === current}
              tabIndex={-1}
              onClick={() => choose(card.id)}
            >
              <bdi class="card-list-name">{card.title}</bdi>
              <bdi class="card-list-left">{leftText(card, shown, now)}</bdi>
              {hasSellers && card.title !== card.seller ? <bdi class="seller">{card.seller}</bdi> : null}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function leftText({ id }: ListedCard, { others, settings }: Shown, now: number): string | null {
  const { account, reading } = others[id.accountId] ?? {};
  const card = reading?.cards.find(({ key }) => key === id.cardKey);
  if (!account || !reading || !card) return null;
  const figure = figureFor(card, sellerTimeFor(reading, now));
  const amount = figureWords(figure, account.seller.byteUnit, settings.view);
  if (figure.kind !== 'known') return amount;
  return `${amount} ${t(spokenOf(figure, settings.view).isUsed ? 'popup.used' : 'popup.left')}`;
}
