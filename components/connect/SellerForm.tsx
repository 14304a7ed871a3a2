import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { FormFields } from '../form/FormFields.tsx';
import { sellerBranding } from '../ui/seller-branding.ts';
import { connectMessage } from './connect-message.ts';
import { useConnect } from './use-connect.ts';

type SellerProps = { asked: string | null; onConnected: (accountId: string) => void };

/** For sellers that are known by their address. */
export function SellerForm({ asked, onConnected }: SellerProps) {
  const connect = useConnect(asked ?? sellerBranding.address, onConnected);
  const button = useRef<HTMLButtonElement>(null);
  // A disabled button loses the focus; the person at the keyboard gets it back for the next press.
  useEffect(() => {
    if (!connect.isBusy && connect.notice.kind !== 'none' && document.activeElement === document.body)
      button.current?.focus();
  }, [connect.isBusy, connect.notice]);
  const found = connect.look !== 'none' && connect.look.kind === 'found' ? connect.look.seller : null;
  return (
    <>
      <h1>{sellerBranding.name ? t('connect.headingOf', { seller: sellerBranding.name }) : t('connect.heading')}</h1>
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
        {connect.fields.length === 0 ? null : (
          <>
            <p>{t('connect.noFigures', { seller: found?.name ?? '' })}</p>
            <FormFields fields={connect.fields} entries={connect.entries} />
          </>
        )}
        <p class="page-status" role="status" data-testid="connect-status">
          {connectMessage(connect.notice, connect.typed, found?.name ?? null)}
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
    </>
  );
}
