import { useEffect, useRef } from 'preact/hooks';
import { t } from '../utils/browser/words.ts';
import { brand } from './brand.ts';
import { ConnectDone } from './ConnectDone.tsx';
import { ConnectedAccounts } from './ConnectedAccounts.tsx';
import { connectSentence } from './connect-sentence.ts';
import './Page.css';
import './primary.css';
import { useConnect } from './use-connect.ts';

export type PinWatch = { isPinned: () => Promise<boolean>; watchPinned: (listener: () => void) => () => void };

/** From a seller's address to a card with a figure. */
export function Connect({ asked, isPinned, watchPinned }: { asked: string | null } & PinWatch) {
  const connect = useConnect(asked ?? brand.address);
  const button = useRef<HTMLButtonElement>(null);
  // A disabled button loses the focus; the person at the keyboard gets it back for the next press.
  useEffect(() => {
    if (!connect.isBusy && connect.notice.kind !== 'none' && document.activeElement === document.body)
      button.current?.focus();
  }, [connect.isBusy, connect.notice]);
  const found = connect.look !== 'none' && connect.look.kind === 'found' ? connect.look.seller : null;
  if (connect.accountId !== null)
    return <ConnectDone accountId={connect.accountId} isPinned={isPinned} watchPinned={watchPinned} />;
  return (
    <main class="page">
      <h1>{brand.name ? t('connect.headingOf', { seller: brand.name }) : t('connect.heading')}</h1>
      <p>{t('connect.intro')}</p>
      <form
        class="page-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!connect.isBusy) connect.press();
        }}
      >
        <label class="page-field">
          <span>{t('connect.address')}</span>
          <input
            type="text"
            inputMode="url"
            autocomplete="url"
            autocapitalize="none"
            spellcheck={false}
            dir="ltr"
            placeholder="axis.example"
            data-testid="seller-address"
            value={connect.typed}
            onInput={(event) => connect.type(event.currentTarget.value)}
          />
        </label>
        {found?.cardToken && (
          <label class="page-field">
            <span>{t(found.signIn ? 'connect.tokenOr' : 'connect.token', { seller: found.name })}</span>
            <input
              type="password"
              autocomplete="off"
              dir="ltr"
              data-testid="card-token"
              value={connect.cardToken}
              onInput={(event) => connect.setCardToken(event.currentTarget.value)}
            />
          </label>
        )}
        <p class="page-status" role="status" data-testid="connect-status">
          {connectSentence(connect.notice, connect.typed, found?.name ?? null)}
        </p>
        <button
          ref={button}
          type="submit"
          class="primary"
          data-testid="connect"
          disabled={connect.isBusy}
          aria-busy={connect.isBusy}
        >
          {found ? t('connect.connectTo', { seller: found.name }) : t('connect.connect')}
        </button>
      </form>
      <p class="page-quiet">{t('connect.warnsNobody')}</p>
      <ConnectedAccounts />
    </main>
  );
}
