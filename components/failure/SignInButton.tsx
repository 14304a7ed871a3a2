import { t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { stepLook } from '../ui/button-look.ts';
import { useSignIn } from './use-sign-in.ts';
import '../ui/button.css';

/** Signs in again, in the seller's own window. */
export function SignInButton({ seller, isPrimary }: { seller: Seller; isPrimary: boolean }) {
  const { isBusy, hasFailed, signIn } = useSignIn(seller);
  return (
    <>
      <button type="button" {...stepLook(isPrimary)} data-testid="act" aria-busy={isBusy} onClick={signIn}>
        <span>{t('failure.signInTo', { seller: seller.name })}</span>
      </button>
      <p role="status">{hasFailed ? t('failure.signInFailed', { seller: seller.name }) : null}</p>
    </>
  );
}
