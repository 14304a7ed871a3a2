import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { balanceText, t } from '../../utils/browser/i18n.ts';
import { cardBalance } from '../../utils/core/usage/card-balance.ts';
import { toSellerTime } from '../../utils/core/usage/usage-snapshot.ts';
import { type PopupState, useLoadedState } from '../hooks/use-popup-state.ts';
import { EnableNotifications } from '../ui/EnableNotifications.tsx';
import { PinInstructions } from './PinInstructions.tsx';
import '../ui/page.css';

/** Whether the extension's icon is pinned to the toolbar, and how to watch that. */
export type ToolbarPin = { isPinned: () => Promise<boolean>; watchPinned: (listener: () => void) => () => void };

/** `children`: what else is to be said of the account. */
type Props = { accountId: string; children?: ComponentChildren } & ToolbarPin;

/** The connected card's balance, and what is left to set up: the icon and the notifications. */
export function ConnectSuccess({ accountId, isPinned, watchPinned, children }: Props) {
  const shown = useLoadedState(accountId);
  const [isOnToolbar, setOnToolbar] = useState<boolean | null>(null);
  useEffect(() => {
    const update = () => void isPinned().then(setOnToolbar);
    update();
    return watchPinned(update);
  }, []);
  return (
    <main class="page">
      <h1>{t('connect.done')}</h1>
      <p class="page-amount" role="status" data-testid="connect-status">
        {shown && cardText(shown, accountId)}
      </p>
      {children}
      {isOnToolbar && <p>{t('connect.onToolbar')}</p>}
      {isOnToolbar === false && <PinInstructions />}
      <section class="page-section">
        <h2>{t('connect.alerts')}</h2>
        <p>{shown?.canWarn ? t('settings.alertsOn') : t('connect.alertsWhy')}</p>
        {shown && !shown.canWarn && <EnableNotifications />}
        <p class="page-quiet">{t('connect.warnsNobody')}</p>
      </section>
      <a class="page-link" href="options.html">
        {t('connect.settings')}
      </a>
    </main>
  );
}

/** `accountId`: the one just connected. While it has no cards yet, the state holds those of another account. */
function cardText({ index, account, snapshot, check, settings, card: id }: PopupState, accountId: string): string {
  const card = id?.accountId === accountId && snapshot?.cards.find(({ key }) => key === id.cardKey);
  const seller = index.accounts.find((listed) => listed.id === accountId)?.name ?? account?.seller.name ?? '';
  if (account?.id === accountId && check?.failure?.kind === 'no-cards') return t('failure.noCards', { seller });
  if (!account || !snapshot || !card) return t('popup.waiting', { seller });
  const balance = cardBalance(card, toSellerTime(snapshot, Date.now()));
  return balanceText(card.title, balance, account.seller.byteUnit, settings.view);
}
