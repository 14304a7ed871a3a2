import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { ListedCard } from '../../../utils/core/accounts/card-preferences.ts';
import { cardBalance, displayedAmount } from '../../../utils/core/usage/card-balance.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { toSellerTime } from '../../../utils/core/usage/usage-snapshot.ts';
import { balanceAmountText } from '../../format/data-amount-text.ts';
import type { OpenPage } from '../../hooks/use-open-page.ts';
import type { PopupState } from '../../hooks/use-popup-state.ts';
import { arrowKeyIndex } from '../../ui/arrow-key-index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PageMenuItems } from './PageMenuItems.tsx';
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
};

/** The card's name, and a menu: the cards with their balances, and how one is added. */
export function CardSwitcher({ cards, current, fallback, shown, openPage, show, now }: Props) {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const find = (selector: string) => menu.current?.querySelector<HTMLElement>(selector);
    (find('[aria-checked=true]') ?? find(menuItems))?.focus();
  }, [isOpen]);
  const title = current?.title ?? fallback;
  const hasSellers = new Set(cards.map(({ seller }) => seller)).size > 1;
  const close = () => {
    setOpen(false);
    menu.current?.querySelector('button')?.focus();
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
    const items = [...(menu.current?.querySelectorAll<HTMLElement>(menuItems) ?? [])];
    const next = arrowKeyIndex(event.key, items.indexOf(document.activeElement as HTMLElement), items.length);
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (event.relatedTarget && !menu.current?.contains(event.relatedTarget as Node)) setOpen(false);
  };
  return (
    <div class="card-menu" ref={menu}>
      <h1>
        <button
          type="button"
          class="card-name"
          aria-haspopup="menu"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <bdi data-testid="card-title">{title}</bdi>
          <Icon name="open" />
        </button>
      </h1>
      {isOpen ? (
        <div class="card-list" role="menu" aria-label={t('popup.cards')} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
          {cards.map((card) => (
            <button
              key={card.idText}
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
          <PageMenuItems account={shown.account} cardTitle={title} openPage={openPage} close={close} />
        </div>
      ) : null}
    </div>
  );
}

const menuItems = '[role^=menuitem]';

function leftText({ id }: ListedCard, { others, settings }: PopupState, now: number): string | null {
  const { account, snapshot } = others[id.accountId] ?? {};
  const card = snapshot?.cards.find(({ key }) => key === id.cardKey);
  if (!account || !snapshot || !card) return null;
  const balance = cardBalance(card, toSellerTime(snapshot, now));
  const amount = balanceAmountText(balance, account.seller.byteUnit, settings.view);
  if (balance.kind !== 'known') return amount;
  return `${amount} ${t(displayedAmount(balance, settings.view).isUsed ? 'popup.used' : 'popup.left')}`;
}
