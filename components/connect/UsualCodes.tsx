import { t } from '../../utils/browser/i18n.ts';
import type { BalanceCode } from '../../utils/core/sellers/known-sellers.ts';
import { CopyStatus } from '../copy/CopyStatus.tsx';
import { useCopy } from '../copy/use-copy.ts';
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
      <CopyStatus copied={copied} byHand={t('popup.dialByHand')} />
    </div>
  );
}
