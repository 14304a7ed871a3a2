import { amountParts, amountText, t } from '../../../utils/browser/i18n.ts';
import { displayedAmount } from '../../../utils/core/usage/card-balance.ts';
import type { ByteUnit } from '../../../utils/core/values/bytes.ts';
import { balanceAmountText } from '../../format/amount-text.ts';
import { splitAround } from '../../format/text.ts';
import type { BalanceView } from './summarize-balance.ts';
import './RemainingData.css';

type Props = { answer: Pick<BalanceView, 'figure' | 'view' | 'isOld'>; byteUnit: ByteUnit };

/** The one large figure. */
export function RemainingData({ answer, byteUnit }: Props) {
  return (
    <p class="figure-line">
      <Amount answer={answer} byteUnit={byteUnit} />
      <Caption answer={answer} byteUnit={byteUnit} />
      {answer.isOld && answer.figure.kind !== 'unknown' ? <span class="old-figures">{t('popup.old')}</span> : null}
    </p>
  );
}

function Amount({ answer: { figure, view }, byteUnit }: Props) {
  if (figure.kind !== 'known') {
    return (
      <bdi class="figure-words" data-testid="remaining">
        {balanceAmountText(figure, byteUnit)}
      </bdi>
    );
  }
  const { bytes, rounding } = displayedAmount(figure, view);
  const parts = amountParts(bytes, byteUnit, rounding);
  return (
    <bdi class="figure" data-testid="remaining">
      {parts.figure}
      <small>{` ${parts.unit}`}</small>
    </bdi>
  );
}

function Caption({ answer: { figure, view }, byteUnit }: Props) {
  if (figure.kind === 'coarse') return <span class="caption">{t('popup.left')}</span>;
  if (figure.kind !== 'known') return null;
  if (figure.totalBytes === null) return <span class="caption">{t('popup.left')}</span>;
  const key = view === 'used' ? 'popup.usedOf' : 'popup.leftOf';
  const [before, after] = splitAround((mark) => t(key, { total: mark }));
  return (
    <span class="caption">
      {before}
      <bdi data-testid="total">{amountText(figure.totalBytes, byteUnit)}</bdi>
      {after}
    </span>
  );
}
