import { t } from '../../utils/browser/i18n.ts';
import type { BalanceCode } from '../../utils/core/sellers/known-sellers.ts';
import { useCopy } from '../hooks/use-copy.ts';
import '../ui/button.css';

/** The codes that usually tell what is left on a card of this seller, to be dialled or sent from its phone. */
export function UsualCodes({ codes }: { codes: readonly BalanceCode[] }) {
  const { copied, copy } = useCopy();
  return (
    <div data-testid="usual-codes">
      {codes.map(({ text, to }) => (
        <p key={text} class="page-account">
          <span>
            {to === null ? t('connect.usuallyDial', { code: text }) : t('connect.usuallySend', { code: text, to })}
          </span>
          <button type="button" class="small-button" data-testid="copy-code" onClick={() => copy(text)}>
            {t('popup.dialCopy')}
          </button>
        </p>
      ))}
      <small role="status">
        {copied === 'yes' ? t('support.copied') : null}
        {copied === 'manually' ? t('popup.dialByHand') : null}
      </small>
    </div>
  );
}
