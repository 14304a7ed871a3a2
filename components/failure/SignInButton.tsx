import { t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { useSignIn } from './use-sign-in.ts';
import '../ui/button.css';

/** Signs in again, in the seller's own window. */
export function SignInButton({ seller, isPrimary }: { seller: Seller; isPrimary: boolean }) {
  const { isBusy, hasFailed, signIn } = useSignIn(seller);
  return (
    <>
      <button
        type="button"
        class={isPrimary ? 'primary' : 'small-button'}
        data-testid="act"
        data-first={isPrimary || undefined}
        aria-busy={isBusy}
        onClick={signIn}
      >
        <span>{t('failure.signInTo', { seller: seller.name })}</span>
      </button>
      <p role="status">{hasFailed ? t('failure.signInFailed', { seller: seller.name }) : null}</p>
    </>
  );
}
