import { t } from '../utils/browser/words.ts';
import type { Account, CardId } from '../utils/core/account.ts';
import type { Card } from '../utils/core/card.ts';
import { AsOf } from './AsOf.tsx';
import { CardMenu } from './CardMenu.tsx';
import './Head.css';
import { Icon } from './Icon.tsx';
import { RefreshButton } from './RefreshButton.tsx';
import type { Shown } from './use-stored.ts';

type Props = { shown: Shown; account: Account; card: Card | null; now: number; show: (card: CardId) => void };

export function Head({ shown, account, card, now, show }: Props) {
  const entry = shown.index.accounts.find(({ id }) => id === account.id);
  const known = entry?.cards.find(({ key }) => key === shown.card?.cardKey)?.title;
  const title = card?.title || known || entry?.name || account.seller.name;
  return (
    <header class="head">
      <CardMenu index={shown.index} current={shown.card} title={title} show={show} />
      {card && shown.reading ? <AsOf at={card.measuredAt - shown.reading.skewMs} now={now} /> : null}
      <RefreshButton accountId={account.id} check={shown.check} now={now} />
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
