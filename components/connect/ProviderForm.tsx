import { useEffect, useRef } from 'preact/hooks';
import { locale, t, translateKey } from '../../utils/browser/i18n.ts';
import { parseHotspotOrigin } from '../../utils/core/forms/parse-input.ts';
import { FormFields } from '../form/FormFields.tsx';
import { hostsOf } from './connect-flow.ts';
import { connectMessage } from './connect-message.ts';
import { type ChosenProvider, requestedPatterns, useProviderForm } from './use-provider-form.ts';
import '../ui/page.css';
import '../ui/primary-button.css';
import '../ui/text-button.css';

type Props = { chosen: ChosenProvider; back: () => void; onConnected: (accountId: string) => void };

/** One provider: whom it is for, what it asks and why, and a try that ends in a figure or a sentence. */
export function ProviderForm({ chosen, back, onConnected }: Props) {
  const { provider, accountId } = chosen;
  const form = useProviderForm(chosen, onConnected);
  const heading = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const name = chosen.name ?? translateKey(`provider.${provider.textKey}.name`);
  const isChange = accountId !== null;
  const meteredBy = provider.fields.some(({ kind }) => kind === 'hotspot') ? 'hotspot' : 'network';
  // The list is gone with its buttons: the focus goes to what came in its place.
  useEffect(() => heading.current?.focus(), []);
  // A disabled button loses the focus; the person at the keyboard gets it back for the next press.
  useEffect(() => {
    if (!form.isBusy && form.notice.kind !== 'none' && document.activeElement === document.body)
      button.current?.focus();
  }, [form.isBusy, form.notice]);
  const hosts = hostsOf(requestedPatterns(provider, form.entries.typed));
  const hotspot = parseHotspotOrigin(form.entries.typed.address ?? '');
  return (
    <main class="page">
      <h1 ref={heading} tabIndex={-1}>
        {isChange ? t('connect.change') : name}
      </h1>
      {isChange ? null : <p>{translateKey(`provider.${provider.textKey}.for`)}</p>}
      <p>
        {provider.isChosen
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
          form.press();
        }}
      >
        <FormFields fields={provider.fields} entries={form.entries} />
        {hosts.length === 0 ? null : (
          <p class="page-quiet" data-testid="will-ask">
            {t('connect.willAsk', { hosts: new Intl.ListFormat(locale()).format(hosts) })}
          </p>
        )}
        <p class="page-status" role="status" data-testid="connect-status">
          {connectMessage(form.notice, form.entries.typed.address ?? '', name, meteredBy)}
        </p>
        {form.notice.kind === 'locked' && hotspot !== null ? (
          <a class="page-link" href={hotspot} target="_blank" rel="noreferrer">
            {t('failure.openPage')}
          </a>
        ) : null}
        <button
          ref={button}
          type="submit"
          class="primary"
          data-testid="connect"
          disabled={form.isBusy}
          aria-busy={form.isBusy}
        >
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
