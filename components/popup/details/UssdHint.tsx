import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import './UssdHint.css';
import '../../ui/text-button.css';

/** The USSD code for the balance, to copy or, on a device that can, to call. */
export function UssdHint({ code }: { code: string }) {
  const [copied, setCopied] = useState<'yes' | 'manually' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setCopied('yes'),
      () => setCopied('manually'),
    );
  return (
    <p class="ussd-hint" data-testid="dial">
      <span>{t('popup.dial')}</span>
      <bdi class="ussd-code">{code}</bdi>
      <button type="button" class="text-button" data-testid="copy-dial" onClick={copy}>
        {t('popup.dialCopy')}
      </button>
      <a class="text-button" href={`tel:${code.replaceAll(/[ ()-]/g, '').replaceAll('#', '%23')}`}>
        {t('popup.dialCall')}
      </a>
      <small role="status">
        {copied === 'yes' ? t('support.copied') : null}
        {copied === 'manually' ? t('popup.dialByHand') : null}
      </small>
    </p>
  );
}
