import { countText, figureText, t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { type CardBalance, type DisplayMode, displayedAmount } from '../../../utils/core/usage/card-balance.ts';
import { CopyStatus } from '../../copy/CopyStatus.tsx';
import { useCopy } from '../../copy/use-copy.ts';
import './ExactFigures.css';
import '../../ui/button.css';

type Props = { balance: Extract<CardBalance, { kind: 'known' }>; seller: Seller; view: DisplayMode };

/** The figures in bytes and what the seller calls a GB, to be copied for a question to it. */
export function ExactFigures({ balance, seller, view }: Props) {
  const { copied, copy } = useCopy();
  const { bytes, isUsed } = displayedAmount(balance, view);
  const text = [
    t(isUsed ? 'details.exactUsed' : 'details.exactLeft', { count: figureText(countText(bytes)) }),
    t('details.unitMeans', { unit: t('unit.GB'), seller: seller.name, count: countText(seller.byteUnit ** 3) }),
  ].join('\n');
  return (
    <div class="exact-figures">
      <pre data-testid="exact">{text}</pre>
      <button type="button" class="small-button" data-testid="copy-exact" onClick={() => copy(text)}>
        {t('popup.dialCopy')}
      </button>
      <CopyStatus copied={copied} byHand={t('details.copyByHand')} />
    </div>
  );
}
