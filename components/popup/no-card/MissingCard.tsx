import { t } from '../../../utils/browser/i18n.ts';
import { type CardId, formatCardId } from '../../../utils/core/usage/card-id.ts';

type Props = {
  /** Why there is no card; null: that is said elsewhere. */
  reason: 'popup.cardMissing' | 'popup.waiting' | null;
  seller: string;
  /** A card that the seller lists no more, where there is no other to show instead. */
  gone: CardId | null;
};

/** In place of the figure while the account has no card. */
export function MissingCard({ reason, seller, gone }: Props) {
  return (
    <div class="popup-line">
      {reason === null ? null : <p>{t(reason, { seller })}</p>}
      {gone === null ? null : (
        <a
          class="link"
          href={`history.html?card=${encodeURIComponent(formatCardId(gone))}`}
          target="_blank"
          rel="noreferrer"
          data-testid="gone-card"
        >
          {t('popup.goneCard')}
        </a>
      )}
    </div>
  );
}
