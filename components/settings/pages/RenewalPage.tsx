import { isPrivacyMode, t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import type { Account, SellerPage } from '../../../utils/core/accounts/account.ts';
import { hostOf } from '../../../utils/core/values/urls.ts';
import { UsualPurchaseForm } from './UsualPurchaseForm.tsx';
import '../../ui/page.css';
import '../../ui/button.css';

/**
 * The page where an account is renewed, with what is usually bought there; or how that page is named. Its address may
 * hold the user's number.
 */
export function RenewalPage({ account, page }: { account: Account; page: SellerPage }) {
  const url = page.topUpUrl;
  if (url === null) return <p class="page-quiet">{t('page.limits.topUpNone')}</p>;
  const remove = () => void send('setTopUpPage', { accountId: account.id, url: null }).catch(() => undefined);
  return (
    <>
      <p data-testid="renewal-page">
        {t('page.limits.topUp')}: <bdi>{isPrivacyMode() ? hostOf(url) : url}</bdi>{' '}
        <button type="button" class="small-button" data-testid="remove-renewal-page" onClick={remove}>
          {t('page.limits.topUpRemove')}
        </button>
      </p>
      {isPrivacyMode() ? null : <UsualPurchaseForm account={account} usual={page.usualPurchase} />}
    </>
  );
}
