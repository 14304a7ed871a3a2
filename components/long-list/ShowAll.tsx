import { countText, t } from '../../utils/browser/i18n.ts';
import '../ui/button.css';

/** Under a list of which the first cards are shown; nothing where all are. */
export function ShowAll({ total, showAll }: { total: number; showAll: (() => void) | null }) {
  if (!showAll) return null;
  return (
    <button type="button" class="small-button" data-testid="show-all" onClick={showAll}>
      {t('cards.showAll', { count: countText(total) })}
    </button>
  );
}
