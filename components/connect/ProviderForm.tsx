import { useEffect, useRef } from 'preact/hooks';
import { listText, t, translateKey } from '../../utils/browser/i18n.ts';
import { parseHotspotOrigin } from '../../utils/core/forms/parse-input.ts';
import { FormFields } from '../form/FormFields.tsx';
import { hostsOf } from './connect-flow.ts';
import { connectMessage } from './connect-message.ts';
import { type ChosenProvider, requestedPatterns, useProviderForm } from './use-provider-form.ts';
import '../ui/page.css';
import '../ui/primary-button.css';
import '../ui/text-button.css';

type Props = { chosen: ChosenProvider; back: () => void; onConnected: (accountId: string) => void };

/** One provider's form: whom it is for, what it needs and why, and the result of the attempt to connect. */
export function ProviderForm({ chosen, back, onConnected }: Props) {
  const { provider, accountId } = chosen;
  const { form, isBusy, notice, submit } = useProviderForm(chosen, onConnected);
  const heading = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const name = chosen.name ?? translateKey(`provider.${provider.textKey}.name`);
  const isChange = accountId !== null;
  const meteredBy = provider.fields.some(({ kind }) => kind === 'hotspot') ? 'hotspot' : 'network';
  // The focused button of the list is gone: move the focus to the heading.
  useEffect(() => heading.current?.focus(), []);
  // A disabled button loses the focus: give it back for the next attempt.
  useEffect(() => {
    if (!isBusy && notice.kind !== 'none' && document.activeElement === document.body) button.current?.focus();
  }, [isBusy, notice]);
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
        <a class="page-link" href={provider.tokenPage} target="_blank" rel="noreferrer">
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
        <FormFields fields={provider.fields} form={form} />
        {hosts.length === 0 ? null : (
          <p class="page-quiet" data-testid="will-ask">
            {t('connect.willAsk', { hosts: listText(hosts) })}
          </p>
        )}
        <p class="page-status" role="status" data-testid="connect-status">
          {connectMessage(notice, form.typed.address ?? '', name, meteredBy)}
        </p>
        {notice.kind === 'locked' && hotspot !== null ? (
          <a class="page-link" href={hotspot} target="_blank" rel="noreferrer">
            {t('failure.openPage')}
          </a>
        ) : null}
        <button ref={button} type="submit" class="primary" data-testid="connect" disabled={isBusy} aria-busy={isBusy}>
          {isChange ? t('connect.save') : t('connect.connect')}
        </button>
      </form>
      {isChange ? null : (
        <button type="button" class="text-button" data-testid="back" onClick={back}>
          {t('connect.back')}
        </button>
      )}
      <p class="page-quiet">{t('connect.warnsNobody')}</p>
    </main>
  );
}
