import { moneyText, t } from '../../utils/browser/i18n.ts';
import type { CardLink } from '../../utils/core/usage/card.ts';
import '../ui/button.css';

type Props = { href: string; link: CardLink; isFilled: boolean; isFirst: boolean };

/** A link to the seller's page where the card is renewed, with its host and, if known, the price. */
export function SellerPageButton({ href, link, isFilled, isFirst }: Props) {
  const { host } = new URL(href);
  return (
    <a
      class="primary"
      data-testid="card-link"
      data-first={isFirst || undefined}
      data-variant={isFilled ? undefined : 'quiet'}
      href={href}
      target="_blank"
      rel="noreferrer"
    >
      <span>{link.kind === 'renew' ? t('offer.renewAt', { host }) : t('offer.pageAt', { host })}</span>
      {link.cost === null ? null : <bdi class="primary-price">{moneyText(link.cost)}</bdi>}
    </a>
  );
}
