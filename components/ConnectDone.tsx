import { useEffect, useState } from 'preact/hooks';
import { amountText, t } from '../utils/browser/words.ts';
import { sellerTimeFor } from '../utils/core/card.ts';
import { figureFor } from '../utils/core/figure.ts';
import { AllowAlerts } from './AllowAlerts.tsx';
import { figureWords } from './amount-words.ts';
import type { PinWatch } from './Connect.tsx';
import './Page.css';
import { PinPicture } from './PinPicture.tsx';
import { type Shown, useLoaded } from './use-stored.ts';

/** The card's figure, what remains to be done, and what Gigabar cannot do. */
export function ConnectDone({ isPinned, watchPinned }: PinWatch) {
  const shown = useLoaded();
  const [isOnToolbar, setOnToolbar] = useState(true);
  useEffect(() => {
    const look = () => void isPinned().then(setOnToolbar);
    look();
    return watchPinned(look);
  }, []);
  return (
    <main class="page">
      <h1>{t('connect.done')}</h1>
      <p class="page-figure" role="status" data-testid="connect-status">
        {shown && cardSentence(shown)}
      </p>
      {isOnToolbar ? <p>{t('connect.onToolbar')}</p> : <PinPicture />}
      <section class="page-section">
        <h2>{t('connect.alerts')}</h2>
        <p>{shown?.canWarn ? t('settings.alertsOn') : t('connect.alertsWhy')}</p>
        {shown && !shown.canWarn && <AllowAlerts />}
        <p class="page-quiet">{t('connect.warnsNobody')}</p>
      </section>
      <a class="page-link" href="options.html">
        {t('connect.settings')}
      </a>
    </main>
  );
}

function cardSentence({ account, reading, card: id }: Shown): string {
  const card = reading?.cards.find(({ key }) => key === id?.cardKey);
  if (!account || !reading || !card) return t('popup.waiting', { seller: account?.seller.name ?? '' });
  const { byteUnit } = account.seller;
  const figure = figureFor(card, sellerTimeFor(reading, Date.now()));
  if (figure.kind !== 'known') return t('connect.figure', { card: card.title, figure: figureWords(figure, byteUnit) });
  const left = amountText(figure.leftBytes, byteUnit);
  if (figure.totalBytes === null) return t('toolbar.left', { card: card.title, left });
  return t('toolbar.leftOf', { card: card.title, left, total: amountText(figure.totalBytes, byteUnit) });
}
