import { t } from '../../utils/browser/i18n.ts';
import type { ListedCard } from '../../utils/core/accounts/card-preferences.ts';
import { type CardId, formatCardId } from '../../utils/core/usage/card-id.ts';
import { CardHistory } from './CardHistory.tsx';
import { type HistoryFacts, useHistory } from './use-history.ts';
import './HistoryPage.css';
import '../ui/page.css';
import '../ui/primary-button.css';

/** All that is kept of one card's past, and of the others by choice. */
export function HistoryPage({ first, now }: { first: HistoryFacts; now: number }) {
  const [facts, show] = useHistory(first);
  const { shown, listed } = facts;
  return (
    <main class="page history">
      <header class="history-head">
        <p class="page-quiet">{t('history.title')}</p>
        <h1>{shown ? <bdi>{shown.title}</bdi> : t('app.name')}</h1>
        {shown && listed.length > 1 ? <HistoryCardSelect listed={listed} shown={shown} show={show} /> : null}
      </header>
      {shown ? (
        <CardHistory facts={facts} card={shown} now={now} key={shown.idText} />
      ) : (
        <>
          <p>{t('popup.noAccount')}</p>
          <a class="primary" href="connect.html">
            {t('popup.connect')}
          </a>
        </>
      )}
    </main>
  );
}

type ChoiceProps = { listed: ListedCard[]; shown: ListedCard; show: (card: CardId) => void };

function HistoryCardSelect({ listed, shown, show }: ChoiceProps) {
  const hasSellers = new Set(listed.map(({ seller }) => seller)).size > 1;
  const nameOf = ({ title, seller, isHidden }: ListedCard) => {
    const name = hasSellers && seller !== title ? `${title} · ${seller}` : title;
    return isHidden ? t('history.hidden', { card: name }) : name;
  };
  const choose = (text: string) => {
    const chosen = listed.find((card) => card.idText === text);
    if (!chosen) return;
    show(chosen.id);
    // The address stays that of what is seen, for a reload or a bookmark.
    history.replaceState(null, '', `?card=${encodeURIComponent(formatCardId(chosen.id))}`);
  };
  return (
    <label class="page-field">
      <span>{t('history.chooseCard')}</span>
      <select data-testid="history-card" value={shown.idText} onChange={(event) => choose(event.currentTarget.value)}>
        {listed.map((card) => (
          <option value={card.idText} key={card.idText}>
            {nameOf(card)}
          </option>
        ))}
      </select>
    </label>
  );
}
