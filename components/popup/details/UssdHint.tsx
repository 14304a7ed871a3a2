import { t } from '../../../utils/browser/i18n.ts';
import { CopyStatus } from '../../copy/CopyStatus.tsx';
import { useCopy } from '../../copy/use-copy.ts';
import './UssdHint.css';
import '../../ui/button.css';

/** The USSD code for the balance, to copy or, on a device that can, to call. */
export function UssdHint({ code }: { code: string }) {
  const { copied, copy } = useCopy();
  return (
    <p class="ussd-hint" data-testid="dial">
      <span>{t('popup.dial')}</span>
      <bdi class="ussd-code">{code}</bdi>
      <button type="button" class="small-button" data-testid="copy-dial" onClick={() => copy(code)}>
        {t('popup.dialCopy')}
      </button>
      <a class="small-button" href={`tel:${code.replaceAll(/[ ()-]/g, '').replaceAll('#', '%23')}`}>
        {t('popup.dialCall')}
      </a>
      <CopyStatus copied={copied} byHand={t('popup.dialByHand')} />
    </p>
  );
}
