import type { ComponentChildren } from 'preact';
import { t } from '../../../utils/browser/i18n.ts';
import type { ListedCard } from '../../../utils/core/accounts/card-preferences.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import '../../ui/page.css';
import './PinnedCard.css';

/** Which card the toolbar shows: a pinned one, or the most urgent. */
export function PinnedCard({ cards, pinCard }: { cards: ListedCard[]; pinCard: (card: CardId | null) => void }) {
  const pinned = cards.find(({ isPinned }) => isPinned)?.idText ?? '';
  const hasSellers = new Set(cards.map(({ seller }) => seller)).size > 1;
  return (
    <fieldset class="page-group">
      <legend>{t('settings.pin')}</legend>
      <Choice value="" isOn={pinned === ''} choose={() => pinCard(null)}>
        {t('settings.pinAuto')}
      </Choice>
      {cards.map(({ id, idText, title, seller, isHidden }) => (
        <Choice key={idText} value={idText} isOn={pinned === idText} choose={() => pinCard(id)}>
          <bdi>{title}</bdi>
          {hasSellers && title !== seller ? <bdi class="page-quiet">{seller}</bdi> : null}
          {isHidden ? <span class="page-quiet">{t('settings.pinHidden')}</span> : null}
        </Choice>
      ))}
    </fieldset>
  );
}

type ChoiceProps = { value: string; isOn: boolean; choose: () => void; children: ComponentChildren };

function Choice({ value, isOn, choose, children }: ChoiceProps) {
  return (
    <label class="page-check">
      <input type="radio" name="pin" data-testid="pin-choice" value={value} checked={isOn} onChange={choose} />
      <span class="settings-pin">{children}</span>
    </label>
  );
}
