import { isolated, t } from '../../utils/browser/i18n.ts';
import type { ListedCard } from '../../utils/core/accounts/card-preferences.ts';
import { type CardId, formatCardId } from '../../utils/core/usage/card-id.ts';
import { PageHeader } from '../page/PageHeader.tsx';
import { PrivacyNotice } from '../page/PrivacyNotice.tsx';
import { UnreadNotice } from '../page/UnreadNotice.tsx';
import { UndoLine } from '../undo/UndoLine.tsx';
import { CardHistory } from './CardHistory.tsx';
import { type HistoryState, useHistory } from './use-history.ts';
import './HistoryPage.css';
import '../ui/page.css';
import '../ui/button.css';

/** The history of one card, with a select for the others. */
export function HistoryPage({ first, now }: { first: HistoryState; now: number }) {
  const [state, show] = useHistory(first);
  const { shown, listed, gone } = state;
  return (
    <>
      <PageHeader current="history" />
      <main class="page history">
        <div class="history-head">
          <h1>{t('history.title')}</h1>
          {shown ? <ShownCard listed={listed} gone={gone} shown={shown} show={show} /> : null}
        </div>
        <PrivacyNotice settings={state.settings} />
        <UnreadNotice unread={state.unread} />
        {shown ? (
          <CardHistory state={state} card={shown} now={now} key={shown.idText} />
        ) : (
          <>
            <p>{t('popup.noAccount')}</p>
            <a class="primary" href="connect.html">
              {t('popup.connect')}
            </a>
          </>
        )}
        <UndoLine />
      </main>
    </>
  );
}

type ShownCardProps = { listed: ListedCard[]; gone: ListedCard[]; shown: ListedCard; show: (card: CardId) => void };

/** The name of the shown card; where there are others, the select for them. */
function ShownCard({ listed, gone, shown, show }: ShownCardProps) {
  const all = [...listed, ...gone];
  if (all.length === 1) {
    return (
      <p class="history-card" data-testid="history-card">
        <bdi>{shown.title}</bdi>
      </p>
    );
  }
  const goneCards = new Set(gone);
  const hasSellers = new Set(all.map(({ seller }) => seller)).size > 1;
  const nameOf = (card: ListedCard) => {
    const { title, seller, isHidden } = card;
    const name = hasSellers && seller !== title ? [title, seller].map(isolated).join(' · ') : title;
    if (goneCards.has(card)) return t('history.gone', { card: name });
    return isHidden ? t('history.hidden', { card: name }) : name;
  };
  const choose = (text: string) => {
    const chosen = all.find((card) => card.idText === text);
    if (!chosen) return;
    show(chosen.id);
    // Keeps the address in step with the shown card, for reloads and bookmarks.
    history.replaceState(null, '', `?card=${encodeURIComponent(formatCardId(chosen.id))}`);
  };
  return (
    <label class="page-field">
      <span>{t('history.chooseCard')}</span>
      <select data-testid="history-card" value={shown.idText} onChange={(event) => choose(event.currentTarget.value)}>
        {all.map((card) => (
          <option value={card.idText} key={card.idText}>
            {nameOf(card)}
          </option>
        ))}
      </select>
    </label>
  );
}
