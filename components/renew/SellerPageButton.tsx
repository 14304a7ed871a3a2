import { moneyText, t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { allowedCheckoutHref } from '../../utils/core/accounts/origins.ts';
import type { CardLink } from '../../utils/core/usage/card.ts';
import '../ui/primary-button.css';

/** A link to the seller's page where the card is renewed, with its host and, if known, the price. */
export function SellerPageButton({ link, seller }: { link: CardLink; seller: Seller }) {
  const href = allowedCheckoutHref(link.url, seller.checkoutOrigins);
  if (href === null) return null;
  const { host } = new URL(href);
  return (
    <a
      class="primary"
      data-testid="card-link"
      data-first
      data-variant={link.kind === 'renew' ? undefined : 'quiet'}
      href={href}
      target="_blank"
      rel="noreferrer"
    >
      <span>{link.kind === 'renew' ? t('offer.renewAt', { host }) : t('offer.pageAt', { host })}</span>
      {link.cost === null ? null : <bdi class="primary-price">{moneyText(link.cost)}</bdi>}
    </a>
  );
}
