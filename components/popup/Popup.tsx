import { t } from '../../utils/browser/i18n.ts';
import { type CardId, cardIdText } from '../../utils/core/usage/card-id.ts';
import type { Shown } from '../hooks/use-popup-state.ts';
import { CardView } from './CardView.tsx';
import { FirstCard } from './EmptyState.tsx';
import { FailureNote } from './FailureBanner.tsx';
import { Head } from './header/PopupHeader.tsx';
import './Popup.css';

type Props = { shown: Shown; now: number; show: (card: CardId) => void };

/** The popup for what is saved at `now`. */
export function Popup({ shown, now, show }: Props) {
  const { account, reading } = shown;
  if (!account) return <FirstCard />;
  const card = reading?.cards.find(({ key }) => key === shown.card?.cardKey) ?? null;
  const missing = reading && shown.card ? 'popup.cardMissing' : 'popup.waiting';
  return (
    <main class="popup">
      <Head shown={shown} account={account} card={card} now={now} show={show} />
      <FailureNote account={account} check={shown.check} reading={reading} card={card} now={now} />
      {card && reading && shown.card ? (
        <CardView
          key={cardIdText(shown.card)}
          shown={shown}
          id={shown.card}
          account={account}
          reading={reading}
          card={card}
          now={now}
        />
      ) : (
        <p class="popup-line">{t(missing, { seller: account.seller.name })}</p>
      )}
    </main>
  );
}
