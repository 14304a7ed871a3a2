import { useEffect, useRef } from 'preact/hooks';
import { listText, t } from '../../utils/browser/i18n.ts';
import { connectionHosts } from '../../utils/core/accounts/discovery-changes.ts';
import { hostOf } from '../../utils/core/values/urls.ts';
import { FormFields } from '../form/FormFields.tsx';
import { sellerBranding } from '../ui/seller-branding.ts';
import { connectMessage } from './connect-message.ts';
import { useConnect } from './use-connect.ts';

type Props = { address: string | null; onConnected: (accountId: string) => void };

/** Connects a seller by its address; asks for a card token or a manual balance where the seller needs one. */
export function SellerForm({ address, onConnected }: Props) {
  const connect = useConnect(address ?? sellerBranding.address, onConnected);
  const button = useRef<HTMLButtonElement>(null);
  // A disabled button loses the focus: give it back for the next attempt.
  useEffect(() => {
    if (!connect.isBusy && connect.notice.kind !== 'none' && document.activeElement === document.body)
      button.current?.focus();
  }, [connect.isBusy, connect.notice]);
  const { found } = connect;
  const seller = found?.seller ?? null;
  const isTokenRefused = ['token-character', 'token-too-long', 'token-refused'].includes(connect.notice.kind);
  return (
    <>
      <h1>{sellerBranding.name ? t('connect.headingOf', { seller: sellerBranding.name }) : t('connect.heading')}</h1>
      <p>{t('connect.intro')}</p>
      <form
        class="page-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!connect.isBusy) connect.submit();
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
        {seller?.cardToken && (
          <label class="page-field">
            <span>{t(seller.signIn ? 'connect.tokenOr' : 'connect.token', { seller: seller.name })}</span>
            <input
              type="password"
              autocomplete="off"
              dir="ltr"
              data-testid="card-token"
              aria-invalid={isTokenRefused}
              value={connect.cardToken}
              onInput={(event) => connect.setCardToken(event.currentTarget.value)}
            />
            <small class="page-quiet">
              {t('connect.tokenGoesTo', { host: hostOf(seller.endpoints.apiBase ?? '') })}
            </small>
          </label>
        )}
        {connect.fields.length === 0 ? null : (
          <>
            <p>{t('connect.noFigures', { seller: seller?.name ?? '' })}</p>
            <FormFields fields={connect.fields} form={connect.form} />
          </>
        )}
        {found?.previousHosts ? (
          <p data-testid="hosts-changed">
            {t('connect.hostsChanged', {
              seller: found.seller.name,
              old: listText(found.previousHosts),
              new: listText(connectionHosts(found.seller.endpoints)),
            })}
          </p>
        ) : null}
        <p class="page-status" role="status" data-testid="connect-status">
          {connectMessage(connect.notice, connect.typed, seller?.name ?? null)}
        </p>
        <button
          ref={button}
          type="submit"
          class="primary"
          data-testid="connect"
          disabled={connect.isBusy}
          aria-busy={connect.isBusy}
        >
          {seller ? t('connect.connectTo', { seller: seller.name }) : t('connect.connect')}
        </button>
      </form>
    </>
  );
}
