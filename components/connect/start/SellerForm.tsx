import { useEffect, useRef } from 'preact/hooks';
import { listText, t } from '../../../utils/browser/i18n.ts';
import { connectionHosts } from '../../../utils/core/accounts/discovery-changes.ts';
import { hostOf } from '../../../utils/core/values/urls.ts';
import { FormFields } from '../../form/FormFields.tsx';
import { type ConnectNotice, type FoundSeller, hostsOf } from '../flow/connect-flow.ts';
import { connectMessage } from '../flow/connect-message.ts';
import type { useConnect } from '../flow/use-connect.ts';

type Props = {
  connect: ReturnType<typeof useConnect>;
  headingId: string;
  /** Enter and the button, where a name was typed. */
  submitName: () => void;
};

/** The one field, and what a seller that was found by its address needs: a press, a card token, a manual balance. */
export function SellerForm({ connect, headingId, submitName }: Props) {
  const { found, fields, notice, activity, typed } = connect;
  const input = useRef<HTMLInputElement>(null);
  const seller = found?.seller ?? null;
  const isAsked = found?.isGranted === false;
  const isTokenRefused = ['token-character', 'token-too-long', 'token-refused'].includes(notice.kind);
  // The one question of the page.
  useEffect(() => input.current?.focus(), []);
  return (
    <form
      class="page-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (found || connect.isAddress) connect.submit();
        else submitName();
      }}
    >
      <div class="page-field">
        <input
          ref={input}
          type="text"
          aria-labelledby={headingId}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="auto"
          placeholder={t('connect.placeholder')}
          data-testid="seller-address"
          value={typed}
          onInput={(event) => connect.type(event.currentTarget.value)}
        />
      </div>
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
          <small class="page-quiet">{t('connect.tokenGoesTo', { host: hostOf(seller.endpoints.apiBase ?? '') })}</small>
        </label>
      )}
      {fields.length === 0 ? null : (
        <>
          <p>{t('connect.noFigures', { seller: seller?.name ?? '' })}</p>
          <FormFields fields={fields} form={connect.form} />
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
        {connectMessage(shownNotice(notice, activity, found), typed, seller?.name ?? null)}
      </p>
      {typed.trim() === '' ? null : (
        <>
          {found && isAsked ? <WillAsk found={found} /> : null}
          <button
            type="submit"
            class="primary"
            data-variant={found || connect.isAddress ? undefined : 'quiet'}
            data-testid="connect"
            aria-busy={activity === 'working' || notice.kind === 'looking'}
            aria-describedby={isAsked ? 'will-ask' : undefined}
          >
            <span>
              {seller
                ? t('connect.connectTo', { seller: seller.name })
                : t(connect.isAddress ? 'connect.connect' : 'connect.next')}
            </span>
          </button>
        </>
      )}
    </form>
  );
}

function shownNotice(notice: ConnectNotice, activity: string, found: FoundSeller | null): ConnectNotice {
  if (notice.kind !== 'none') return notice;
  if (activity === 'looking') return { kind: 'looking' };
  return found ? { kind: 'found' } : notice;
}

/** Which question of the browser the press leads to, and why. */
function WillAsk({ found: { patterns, seller } }: { found: FoundSeller }) {
  return (
    <p class="page-quiet" id="will-ask" data-testid="will-ask">
      {t(seller.meteredBy === 'user' ? 'connect.whyPlans' : 'connect.why', {
        hosts: listText(hostsOf(patterns)),
        seller: seller.name,
      })}
    </p>
  );
}
