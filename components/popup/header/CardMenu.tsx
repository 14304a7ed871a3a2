import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import { currentStatus } from '../../../utils/core/accounts/card-judgement.ts';
import type { ListedCard } from '../../../utils/core/accounts/card-preferences.ts';
import type { DisplayMode } from '../../../utils/core/usage/card-balance.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { cardFigureText, cardStatusText } from '../../format/card-figure-text.ts';
import type { PopupState } from '../../hooks/popup-state.ts';
import { useEachMinute } from '../../hooks/use-now.ts';
import type { OpenPage } from '../../hooks/use-open-page.ts';
import { Icon } from '../../ui/Icon.tsx';
import { MissedCard } from './MissedCard.tsx';
import { PageMenuItems } from './PageMenuItems.tsx';
import { StatusDot } from './StatusDot.tsx';
import type { Menu } from './use-menu.ts';
import { useMenuKeys } from './use-menu-keys.ts';
import './CardMenu.css';

type Props = {
  cards: ListedCard[];
  current: ListedCard | null;
  /** Cards their seller lists no more. */
  missed: ListedCard[];
  title: string;
  shown: PopupState;
  openPage: OpenPage;
  show: (card: CardId) => void;
  menu: Menu;
  now: number;
};

/** All cards with how they stand, those that are missed, and what can be done with the card and the page in front. */
export function CardMenu({ cards, current, missed, title, shown, openPage, show, menu, now }: Props) {
  const { index, preferences, settings, account } = shown;
  const keys = useMenuKeys(menu);
  const choose = (id: CardId) => {
    menu.close();
    show(id);
  };
  // A thousand rows take longer than the second after which the popup is rendered anew.
  const groups = useEachMinute(
    (minute) => <CardGroups cards={cards} current={current} view={settings.view} choose={choose} now={minute} />,
    now,
    [index, preferences, settings.view, shown.card],
  );
  return (
    <div
      class="card-list"
      role="menu"
      aria-label={t('popup.cards')}
      onKeyDown={keys.onMenuKey}
      onFocusOut={keys.onFocusOut}
    >
      {groups}
      {missed.map((card) => (
        <MissedCard
          key={card.idText}
          card={card}
          account={index.accounts.find(({ id }) => id === card.id.accountId) ?? null}
          close={menu.close}
        />
      ))}
      <div class="card-list-more" role="none">
        {current && cards.length > 1 ? <PinItem card={current} /> : null}
        <PageMenuItems account={account} cardTitle={title} openPage={openPage} close={menu.close} />
      </div>
    </div>
  );
}

type GroupsProps = {
  cards: ListedCard[];
  current: ListedCard | null;
  view: DisplayMode;
  choose: (id: CardId) => void;
  now: number;
};

/** Under a heading for each seller, where there are several and it says more than the only card under it. */
function CardGroups({ cards, current, view, choose, now }: GroupsProps) {
  const sellers = [...Map.groupBy(cards, ({ seller }) => seller)];
  return sellers.map(([seller, ofSeller]) => (
    <fieldset key={seller}>
      {sellers.length > 1 && ofSeller.some(({ title }) => title !== seller) ? (
        <legend class="card-list-seller">
          <bdi>{seller}</bdi>
        </legend>
      ) : null}
      {ofSeller.map((card) => (
        <CardRow key={card.idText} card={card} isShown={card === current} view={view} choose={choose} now={now} />
      ))}
    </fieldset>
  ));
}

type RowProps = Omit<GroupsProps, 'cards' | 'current'> & { card: ListedCard; isShown: boolean };

function CardRow({ card, isShown, view, choose, now }: RowProps) {
  const status = currentStatus(card.judged, now);
  const figure = cardFigureText(card, status, view, now);
  const said = [card.title, figure, cardStatusText(status)].filter((text) => text !== null);
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={isShown}
      aria-label={said.join(', ')}
      tabIndex={-1}
      onClick={() => choose(card.id)}
    >
      <StatusDot status={status} />
      <bdi class="card-list-name">{card.title}</bdi>
      <bdi class="card-list-figure">{figure}</bdi>
    </button>
  );
}

/** Keeps this card on the toolbar, even if another is more urgent. */
function PinItem({ card: { id, isPinned } }: { card: ListedCard }) {
  return (
    <button
      type="button"
      role="menuitemcheckbox"
      aria-checked={isPinned}
      tabIndex={-1}
      data-testid="pin"
      onClick={() => send('pinCard', { card: isPinned ? null : id }).catch(() => undefined)}
    >
      {t('cards.pin')}
      {isPinned ? <Icon name="check" /> : null}
    </button>
  );
}
