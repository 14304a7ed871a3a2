import { t } from '../../utils/browser/i18n.ts';
import { type CardId, formatCardId } from '../../utils/core/usage/card-id.ts';
import { hasNoProvider } from '../../utils/core/values/failure.ts';
import type { PopupState } from '../hooks/use-popup-state.ts';
import { UnreadNotice } from '../page/UnreadNotice.tsx';
import { CardView } from './CardView.tsx';
import { EmptyState } from './EmptyState.tsx';
import { FailureBanner } from './FailureBanner.tsx';
import { PopupHeader } from './header/PopupHeader.tsx';
import { SellerChanges } from './SellerChanges.tsx';
import { UnreadableAccount } from './UnreadableAccount.tsx';
import './Popup.css';
import '../ui/text-button.css';

type Props = { shown: PopupState; now: number; show: (card: CardId) => void };

/** The popup for a stored state. `now`: our clock. */
export function Popup({ shown, now, show }: Props) {
  const { account, snapshot } = shown;
  if (!account && shown.accountId !== null) return <UnreadableAccount shown={shown} now={now} show={show} />;
  if (!account) return <EmptyState />;
  const card = snapshot?.cards.find(({ key }) => key === shown.card?.cardKey) ?? null;
  const gone = shown.index.accounts.find(({ id }) => id === account.id)?.gone ?? [];
  const isWaiting = !hasNoProvider(shown.check?.failure ?? null);
  const missingKey = snapshot && (shown.card || gone.length > 0) ? 'popup.cardMissing' : 'popup.waiting';
  return (
    <main class="popup">
      <PopupHeader shown={shown} account={account} card={card} now={now} show={show} />
      {shown.canSave ? null : (
        <p class="popup-line" role="alert" data-testid="cannot-save">
          {t('popup.cannotSave')}
        </p>
      )}
      <UnreadNotice unread={shown.unread} />
      <FailureBanner account={account} check={shown.check} snapshot={snapshot} card={card} now={now} />
      <SellerChanges account={account} />
      {card && snapshot && shown.card ? (
        <CardView
          key={formatCardId(shown.card)}
          shown={shown}
          id={shown.card}
          account={account}
          snapshot={snapshot}
          card={card}
          now={now}
        />
      ) : (
        <div class="popup-line">
          {isWaiting ? <p>{t(missingKey, { seller: account.seller.name })}</p> : null}
          {gone[0] ? <GoneCardLink card={{ accountId: account.id, cardKey: gone[0].key }} /> : null}
        </div>
      )}
    </main>
  );
}

/** The way to a card that is listed no more, where there is no other to show instead. */
function GoneCardLink({ card }: { card: CardId }) {
  return (
    <a
      class="text-button"
      href={`history.html?card=${encodeURIComponent(formatCardId(card))}`}
      target="_blank"
      rel="noreferrer"
      data-testid="gone-card"
    >
      {t('popup.goneCard')}
    </a>
  );
}
