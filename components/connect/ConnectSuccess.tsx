import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { balanceText, countText, t } from '../../utils/browser/i18n.ts';
import { listCards } from '../../utils/core/accounts/card-preferences.ts';
import { isDemo } from '../../utils/core/demo/demo-card.ts';
import { cardBalance } from '../../utils/core/usage/card-balance.ts';
import { toSellerTime } from '../../utils/core/usage/usage-snapshot.ts';
import type { PopupState } from '../hooks/popup-state.ts';
import { useHeadingFocus } from '../hooks/use-heading-focus.ts';
import { useLoadedState } from '../hooks/use-loaded-state.ts';
import { PrivacyNotice } from '../page/PrivacyNotice.tsx';
import { AlertSwitch } from './success/AlertSwitch.tsx';
import { FoundCards } from './success/FoundCards.tsx';
import { PinInstructions } from './success/PinInstructions.tsx';
import '../ui/page.css';
import '../ui/button.css';

/** Whether the extension's icon is pinned to the toolbar, and how to watch that. */
export type ToolbarPin = { isPinned: () => Promise<boolean>; watchPinned: (listener: () => void) => () => void };

/** `children`: what else is to be said of the account. */
type Props = { accountId: string; children?: ComponentChildren } & ToolbarPin;

/** The cards that were found, the one on the toolbar among them, and what is left to set up. */
export function ConnectSuccess({ accountId, isPinned, watchPinned, children }: Props) {
  const shown = useLoadedState(accountId);
  const [isOnToolbar, setOnToolbar] = useState<boolean | null>(null);
  const heading = useHeadingFocus();
  useEffect(() => {
    const update = () => void isPinned().then(setOnToolbar);
    update();
    return watchPinned(update);
  }, []);
  const account = shown && shown.accountId === accountId ? shown.account : null;
  const foundCount = shown?.index.accounts.find(({ id }) => id === accountId)?.cards.length ?? 0;
  const hasChoice = shown && foundCount > 0 && listCards(shown.index, shown.preferences).length > 1;
  return (
    <main class="page">
      <h1 ref={heading} tabIndex={-1}>
        {foundCount > 1 ? t('connect.cardsFound', { count: countText(foundCount) }) : t('connect.done')}
      </h1>
      {shown && <PrivacyNotice settings={shown.settings} />}
      {hasChoice ? (
        <FoundCards shown={shown} />
      ) : (
        <p class="page-amount" role="status" data-testid="connect-status">
          {shown && cardText(shown, accountId)}
        </p>
      )}
      {account && isDemo(account.seller) ? <p data-testid="demo-note">{t('demo.says')}</p> : null}
      {children}
      {isOnToolbar && <p>{t('connect.onToolbar')}</p>}
      {isOnToolbar === false && <PinInstructions />}
      <section class="page-section">
        {shown && <AlertSwitch isOn={shown.canWarn} />}
        <p class="page-quiet">{t('connect.warnsNobody')}</p>
      </section>
      <a class="link" href="connect.html">
        {t('page.addCard')}
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
