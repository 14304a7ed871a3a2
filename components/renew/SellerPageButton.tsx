import { moneyText, t } from '../../utils/browser/i18n.ts';
import type { CardLink } from '../../utils/core/usage/card.ts';
import { mainLook } from '../ui/button-look.ts';
import '../ui/button.css';

type Props = { href: string; link: CardLink; isFilled: boolean };

/** A link to the seller's page where the card is renewed, with its host and, if known, the price. */
export function SellerPageButton({ href, link, isFilled }: Props) {
  const { host } = new URL(href);
  return (
    <a {...mainLook(isFilled)} data-testid="card-link" href={href} target="_blank" rel="noreferrer">
      <span>{link.kind === 'renew' ? t('offer.renewAt', { host }) : t('offer.pageAt', { host })}</span>
      {link.cost === null ? null : <bdi class="primary-price">{moneyText(link.cost)}</bdi>}
    </a>
  );
}
