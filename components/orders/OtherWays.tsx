import { t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { canBeAsked } from '../../utils/core/popup/user-act.ts';
import { safeHref } from '../../utils/core/values/urls.ts';
import { SellerContact } from './support/SellerContact.tsx';
import { SupportWays } from './support/SupportWays.tsx';
import { supportWays } from './support/support-ways.ts';
import '../ui/button.css';

/** Where there is no payment page: the ways to the seller, and the account page, where it may be paid too. */
export function OtherWays({ seller }: { seller: Seller }) {
  if (!canBeAsked(seller)) return null;
  const accountPage = seller.accountUrl === null ? null : safeHref(seller.accountUrl);
  const ways = supportWays({ ...seller, accountUrl: null });
  return (
    <div class="order-contact">
      <SellerContact seller={seller} isPrimary={false}>
        {() => (
          <>
            <SupportWays ways={ways} />
            {accountPage === null ? null : (
              <a class="small-button" href={accountPage} target="_blank" rel="noreferrer" data-testid="account-page">
                {t('order.account', { seller: seller.name })}
              </a>
            )}
          </>
        )}
      </SellerContact>
    </div>
  );
}
