import { moneyText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { isAllowedCheckoutUrl } from '../../utils/core/accounts/origins.ts';
import type { CardLink } from '../../utils/core/usage/card.ts';
import '../ui/primary-button.css';

/** Where a plan is renewed on a page of the seller's: it says which, and what it costs where that is known. */
export function SellerPageButton({ link, seller }: { link: CardLink; seller: Seller }) {
  if (!isAllowedCheckoutUrl(link.url, seller.checkoutOrigins)) return null;
  const { host } = new URL(link.url);
  return (
    <a
      class="primary"
      data-testid="card-link"
      data-first
      data-look={link.kind === 'renew' ? undefined : 'quiet'}
      href={link.url}
      target="_blank"
      rel="noreferrer"
    >
      <span>{link.kind === 'renew' ? t('offer.renewAt', { host }) : t('offer.pageAt', { host })}</span>
      {link.cost === null ? null : <bdi class="primary-price">{moneyText(link.cost)}</bdi>}
    </a>
  );
}
