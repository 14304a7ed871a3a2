import { useEffect, useState } from 'preact/hooks';
import { figureSentence, t } from '../../utils/browser/i18n.ts';
import { figureFor } from '../../utils/core/usage/card-balance.ts';
import { sellerTimeFor } from '../../utils/core/usage/usage-snapshot.ts';
import { type Shown, useLoaded } from '../hooks/use-popup-state.ts';
import { AllowAlerts } from '../ui/EnableNotifications.tsx';
import { PinPicture } from './PinInstructions.tsx';
import '../ui/page.css';

/** The card's figure, what remains to be done, and what Gigabar cannot do. */
export function ConnectDone({ accountId, isPinned, watchPinned }: { accountId: string } & PinWatch) {
  const shown = useLoaded(accountId);
  const [isOnToolbar, setOnToolbar] = useState<boolean | null>(null);
  useEffect(() => {
    const look = () => void isPinned().then(setOnToolbar);
    look();
    return watchPinned(look);
  }, []);
  return (
    <main class="page">
      <h1>{t('connect.done')}</h1>
      <p class="page-figure" role="status" data-testid="connect-status">
        {shown && cardSentence(shown, accountId)}
      </p>
      {isOnToolbar && <p>{t('connect.onToolbar')}</p>}
      {isOnToolbar === false && <PinPicture />}
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

/** `accountId`: the one just connected. Until it has told its cards, another account's are shown elsewhere. */
function cardSentence({ index, account, reading, settings, card: id }: Shown, accountId: string): string {
  const card = id?.accountId === accountId && reading?.cards.find(({ key }) => key === id.cardKey);
  const seller = index.accounts.find((listed) => listed.id === accountId)?.name ?? account?.seller.name ?? '';
  if (!account || !reading || !card) return t('popup.waiting', { seller });
  const figure = figureFor(card, sellerTimeFor(reading, Date.now()));
  return figureSentence(card.title, figure, account.seller.byteUnit, settings.view);
}

export type PinWatch = { isPinned: () => Promise<boolean>; watchPinned: (listener: () => void) => () => void };
