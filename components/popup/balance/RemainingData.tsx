import { amountParts, amountText, t } from '../../../utils/browser/i18n.ts';
import { displayedAmount } from '../../../utils/core/usage/card-balance.ts';
import type { ByteUnit } from '../../../utils/core/values/bytes.ts';
import { balanceAmountText } from '../../format/data-amount-text.ts';
import { splitAround } from '../../format/sentences.ts';
import type { BalanceView } from './summarize-balance.ts';
import './RemainingData.css';

type Props = { summary: Pick<BalanceView, 'balance' | 'view' | 'isOld'>; byteUnit: ByteUnit };

/** The remaining or used data in large type, with its total. */
export function RemainingData({ summary, byteUnit }: Props) {
  return (
    <p class="amount-line">
      <Amount summary={summary} byteUnit={byteUnit} />
      <Caption summary={summary} byteUnit={byteUnit} />
      {summary.isOld && summary.balance.kind !== 'unknown' ? <span class="stale-note">{t('popup.old')}</span> : null}
    </p>
  );
}

function Amount({ summary: { balance, view }, byteUnit }: Props) {
  if (balance.kind !== 'known') {
    return (
      <bdi class="amount-text" data-testid="remaining">
        {balanceAmountText(balance, byteUnit)}
      </bdi>
    );
  }
  const { bytes, rounding } = displayedAmount(balance, view);
  const parts = amountParts(bytes, byteUnit, rounding);
  return (
    <bdi class="amount" data-testid="remaining">
      {parts.value}
      <small>{` ${parts.unit}`}</small>
    </bdi>
  );
}

function Caption({ summary: { balance, view }, byteUnit }: Props) {
  if (balance.kind === 'coarse') return <span class="caption">{t('popup.left')}</span>;
  if (balance.kind !== 'known') return null;
  if (balance.totalBytes === null) return <span class="caption">{t('popup.left')}</span>;
  const key = view === 'used' ? 'popup.usedOf' : 'popup.leftOf';
  const [before, after] = splitAround((mark) => t(key, { total: mark }));
  return (
    <span class="caption">
      {before}
      <bdi data-testid="total">{amountText(balance.totalBytes, byteUnit)}</bdi>
      {after}
    </span>
  );
}
