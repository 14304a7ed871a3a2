import { amountParts, amountText, countText, figureText, t } from '../../../utils/browser/i18n.ts';
import { displayedAmount } from '../../../utils/core/usage/card-balance.ts';
import type { ByteUnit } from '../../../utils/core/values/bytes.ts';
import { balanceAmountText } from '../../format/data-amount-text.ts';
import { splitAround } from '../../format/sentences.ts';
import type { BalanceView } from './summarize-balance.ts';
import './RemainingData.css';

type Props = { summary: Pick<BalanceView, 'balance' | 'view' | 'isOld'>; byteUnit: ByteUnit; parts: PartsButton };

/** The button that opens what the figure is made of. */
type PartsButton = { isOpen: boolean; toggle: () => void; controls: string };

/** The remaining or used data in large type and, as the button to its parts, its total. */
export function RemainingData({ summary, byteUnit, parts }: Props) {
  const { balance, view, isOld } = summary;
  const isAmount = balance.kind === 'known' || balance.kind === 'coarse';
  return (
    <div class="amount-line">
      <Amount summary={summary} byteUnit={byteUnit} />
      {isAmount ? <span class="caption">{t(view === 'used' ? 'popup.used' : 'popup.left')}</span> : null}
      {isOld && balance.kind !== 'unknown' ? <span class="stale-note">{t('popup.old')}</span> : null}
      <button
        type="button"
        class="parts-button"
        data-testid="open-parts"
        aria-expanded={parts.isOpen}
        aria-controls={parts.controls}
        onClick={parts.toggle}
      >
        <Total balance={balance} byteUnit={byteUnit} />
      </button>
    </div>
  );
}

function Amount({ summary: { balance, view }, byteUnit }: Pick<Props, 'summary' | 'byteUnit'>) {
  if (balance.kind !== 'known') {
    return (
      <bdi class="amount-text" data-testid="remaining">
        {balanceAmountText(balance, byteUnit)}
      </bdi>
    );
  }
  const { bytes, rounding } = displayedAmount(balance, view);
  // Nothing is told in the unit of the total, not in single bytes.
  const { value, unit } = amountParts(bytes || (balance.totalBytes ?? byteUnit ** 3), byteUnit, rounding);
  return (
    <bdi class="amount" data-testid="remaining">
      {bytes === 0 ? figureText(countText(0)) : value}
      <small>{` ${unit}`}</small>
    </bdi>
  );
}

function Total({ balance, byteUnit }: { balance: BalanceView['balance']; byteUnit: ByteUnit }) {
  if (balance.kind !== 'known' || balance.totalBytes === null) return <span>{t('popup.parts')}</span>;
  const [before, after] = splitAround((mark) => t('popup.of', { total: mark }));
  return (
    <span>
      {before}
      <bdi data-testid="total">{amountText(balance.totalBytes, byteUnit)}</bdi>
      {after}
      <span class="visually-hidden">{` ${t('popup.parts')}`}</span>
    </span>
  );
}
