import { listText, t, translateKey } from '../../utils/browser/i18n.ts';
import { parseHotspotOrigin } from '../../utils/core/forms/parse-input.ts';
import { FormFields } from '../form/FormFields.tsx';
import { PasteMessage } from '../form/PasteMessage.tsx';
import { useHeadingFocus } from '../hooks/use-heading-focus.ts';
import { hostsOf, readsHotspot } from './flow/connect-flow.ts';
import { connectMessage } from './flow/connect-message.ts';
import { type ChosenProvider, requestedPatterns, useProviderForm } from './flow/use-provider-form.ts';
import { UsualCodes } from './UsualCodes.tsx';
import '../ui/page.css';
import '../ui/button.css';

type Props = { chosen: ChosenProvider; back: () => void; onConnected: (accountId: string) => void };

/** One provider's form: whom it is for, what it needs and why, and the result of the attempt to connect. */
export function ProviderForm({ chosen, back, onConnected }: Props) {
  const { provider, accountId, codes = [] } = chosen;
  const { fields, form, isBusy, notice, submit } = useProviderForm(chosen, onConnected);
  const heading = useHeadingFocus();
  const name = chosen.name ?? translateKey(`provider.${provider.textKey}.name`);
  const isChange = accountId !== null;
  const meteredBy = readsHotspot(provider) ? 'hotspot' : 'network';
  const hosts = hostsOf(requestedPatterns(provider, form.typed));
  const hotspot = parseHotspotOrigin(form.typed.address ?? '');
  return (
    <main class="page">
      <h1 ref={heading} tabIndex={-1}>
        {isChange ? t('connect.change') : name}
      </h1>
      {isChange ? null : <p>{translateKey(`provider.${provider.textKey}.for`)}</p>}
      <p>
        {provider.isSelectable
          ? translateKey(`provider.${provider.textKey}.asks`)
          : t('connect.noFigures', { seller: name })}
      </p>
      {provider.tokenPage === null ? null : (
        <a class="link" href={provider.tokenPage} target="_blank" rel="noreferrer">
          {t('connect.tokenPage', { host: new URL(provider.tokenPage).host })}
        </a>
      )}
      <form
        class="page-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {codes.length === 0 ? null : <UsualCodes codes={codes} />}
        {fields.some(({ name }) => name === 'left') ? (
          <div class="form-fields">
            <PasteMessage byteUnit={form.typed.gb === '1024' ? 1024 : 1000} now={Date.now()} onFound={form.fill} />
          </div>
        ) : null}
        <FormFields fields={fields} form={form} />
        {hosts.length === 0 ? null : (
          <p class="page-quiet" data-testid="will-ask">
            {t('connect.willAsk', { hosts: listText(hosts) })}
          </p>
        )}
        <p class="page-status" role="status" data-testid="connect-status">
          {connectMessage(notice, form.typed.address ?? '', name, meteredBy)}
        </p>
        {notice.kind === 'locked' && hotspot !== null ? (
          <a class="link" href={hotspot} target="_blank" rel="noreferrer">
            {t('failure.openPage')}
          </a>
        ) : null}
        <button type="submit" class="primary" data-testid="connect" aria-busy={isBusy}>
          <span>{isChange ? t('connect.save') : t('connect.connect')}</span>
        </button>
      </form>
      {isChange ? null : (
        <button type="button" class="link" data-testid="back" onClick={back}>
          {t('connect.back')}
        </button>
      )}
    </main>
  );
}
