import { useId, useState } from 'preact/hooks';
import { balanceText, isPrivacyMode, t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import { type ListedCard, listCards } from '../../../utils/core/accounts/card-preferences.ts';
import type { Settings } from '../../../utils/core/settings.ts';
import { badgeText } from '../../../utils/core/toolbar/badge-text.ts';
import { isSameCard } from '../../../utils/core/usage/card-id.ts';
import type { PopupState } from '../../hooks/popup-state.ts';
import { ShowAll } from '../../long-list/ShowAll.tsx';
import { useLongList } from '../../long-list/use-long-list.ts';
import { BadgePicture } from './BadgePicture.tsx';
import './FoundCards.css';

/** All cards with what they have left. One of them is on the toolbar, by itself or by the user's choice. */
export function FoundCards({ shown }: { shown: PopupState }) {
  const name = useId();
  // Until the toolbar has followed.
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = ({ id, idText }: ListedCard) => {
    setChosen(idText);
    send('pinCard', { card: id }).catch(() => setChosen(null));
  };
  const cards = listCards(shown.index, shown.preferences).filter(({ isHidden }) => !isHidden);
  const isOnToolbar = ({ id }: ListedCard) => isSameCard(id, shown.index.shown);
  const list = useLongList<HTMLDivElement, ListedCard>(cards, isOnToolbar);
  return (
    <fieldset class="page-group" data-testid="connect-status">
      <legend>{t('connect.chooseForToolbar')}</legend>
      <div class="found-cards" ref={list.root}>
        {list.shown.map((listed) => {
          const isShown = isOnToolbar(listed);
          const { text, badge } = describe(listed, shown.settings, Date.now());
          return (
            <label key={listed.idText} class="found-card" data-testid="found-card">
              <input
                type="radio"
                name={name}
                checked={chosen === null ? isShown : listed.idText === chosen}
                onChange={() => choose(listed)}
              />
              <span>
                {text}
                {isShown ? (
                  <small data-testid="on-toolbar">
                    {t(listed.isPinned ? 'connect.toolbarChosen' : 'connect.toolbarUrgent')}
                  </small>
                ) : null}
              </span>
              {isShown ? <BadgePicture text={badge} /> : null}
            </label>
          );
        })}
      </div>
      <ShowAll total={cards.length} showAll={list.showAll} />
    </fieldset>
  );
}

/** The card in a line, and the badge as it is on the toolbar; without a badge while nothing is known of it, or it is hidden. */
function describe({ title, judged, byteUnit }: ListedCard, { badgeShows: shows, view }: Settings, now: number) {
  if (!judged) return { text: title, badge: null };
  const { balance, endsAt } = judged;
  const toEndMs = endsAt === null ? null : endsAt - now;
  const badge = badgeText({ balance, byteUnit, view, shows, toEndMs, forecast: { kind: 'none' }, now });
  return { text: balanceText(title, balance, byteUnit, view), badge: isPrivacyMode() ? null : badge };
}
