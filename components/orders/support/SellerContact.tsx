import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { stepLook } from '../../ui/button-look.ts';
import { SupportWays } from './SupportWays.tsx';
import { supportWays } from './support-ways.ts';
import './ContactSupport.css';
import '../../ui/button.css';

type Props = {
  seller: Seller;
  isPrimary: boolean;
  /** Stands beside the button. */
  beside?: ComponentChildren;
  /** In place of the ways alone, while it is open. */
  children?: () => ComponentChildren;
};

/** The way to the seller's support, or the several ways behind one button. */
export function SellerContact({ seller, isPrimary, beside = null, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const ways = supportWays(seller);
  const [only] = ways;
  const look = { ...stepLook(isPrimary), 'data-testid': 'contact' };
  const label = <span>{t('support.contact', { seller: seller.name })}</span>;
  if (!children && only && ways.length === 1) {
    return (
      <a {...look} href={only.href} target="_blank" rel="noreferrer">
        {label}
      </a>
    );
  }
  return (
    <>
      <div class="seller-contact">
        <button {...look} type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {label}
        </button>
        {beside}
      </div>
      <div id={id} class="seller-contact-ways" hidden={!isOpen}>
        {isOpen ? (children?.() ?? <SupportWays ways={ways} />) : null}
      </div>
    </>
  );
}
