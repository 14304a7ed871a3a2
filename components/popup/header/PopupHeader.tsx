import { t } from '../../../utils/browser/i18n.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { visibleCards } from '../../../utils/core/accounts/card-preferences.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { type CardId, isSameCard } from '../../../utils/core/usage/card-id.ts';
import { hasNoProvider } from '../../../utils/core/values/failure.ts';
import type { PopupState } from '../../hooks/popup-state.ts';
import type { OpenPage } from '../../hooks/use-open-page.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { CardMenu } from './CardMenu.tsx';
import { CardSwitcher } from './CardSwitcher.tsx';
import { LastUpdated } from './LastUpdated.tsx';
import { RefreshButton } from './RefreshButton.tsx';
import './PopupHeader.css';

type Props = {
  shown: PopupState;
  openPage: OpenPage;
  account: Account;
  card: Card | null;
  now: number;
  show: (card: CardId) => void;
  /** Null: it is not loaded yet. */
  CardMenu: typeof CardMenu | null;
};

/**
 * The card's menu, the age of its balance, and the buttons to refresh it and open the settings. Without a provider there
 * is nothing to refresh.
 */
export function PopupHeader({ shown, openPage, account, card, now, show, CardMenu }: Props) {
  const cards = visibleCards(shown.index, shown.preferences, shown.card);
  const current = cards.find(({ id }) => isSameCard(id, shown.card));
  const age = card && shown.snapshot && <LastUpdated at={card.measuredAt - shown.snapshot.skewMs} now={now} />;
  return (
    <header class="head">
      <CardSwitcher
        {...{ cards, shown, openPage, show, now, CardMenu }}
        current={current ?? null}
        fallback={account.seller.name}
      />
      {hasNoProvider(shown.check?.failure ?? null) ? (
        age
      ) : (
        <RefreshButton accountId={account.id} check={shown.check} now={now} age={age} />
      )}
      <a
        class="icon-button"
        href="options.html"
        target="_blank"
        rel="noreferrer"
        aria-label={t('popup.settings')}
        title={t('popup.settings')}
      >
        <Icon name="settings" />
      </a>
    </header>
  );
}
