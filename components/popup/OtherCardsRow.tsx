import { countText, t } from '../../utils/browser/i18n.ts';
import { otherCardsNeed } from '../../utils/core/accounts/other-cards.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { cardFigureText, cardStatusText } from '../format/card-figure-text.ts';
import type { PopupState } from '../hooks/popup-state.ts';
import { StatusDot } from './header/StatusDot.tsx';
import '../ui/folded-row.css';

type Props = { shown: PopupState; id: CardId; now: number; show: (card: CardId) => void };

/** The last row: of the other cards the one that most needs a look; a press shows it. Nothing where none does. */
export function OtherCardsRow({ shown, id, now, show }: Props) {
  const need = otherCardsNeed(shown.index, shown.preferences, id, now);
  if (!need) return null;
  const { card, status, more } = need;
  const figure = cardFigureText(card, status, shown.settings.view, now);
  const others = more > 0 ? t('cards.more', { count: countText(more) }) : null;
  const said = [card.title, figure, cardStatusText(status), others].filter((text) => text !== null);
  return (
    <div class="folded-row other-cards">
      <button
        type="button"
        class="folded-row-button"
        data-testid="other-cards"
        aria-label={said.join(', ')}
        onClick={() => show(card.id)}
      >
        <StatusDot status={status} />
        <bdi class="folded-row-title">{card.title}</bdi>
        <span class="folded-row-summary">
          <bdi>{figure}</bdi>
          {more > 0 ? <span>+{countText(more)}</span> : null}
        </span>
      </button>
    </div>
  );
}
