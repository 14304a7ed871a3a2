import { amountText, percentText, t } from '../../../utils/browser/i18n.ts';
import type { ByteUnit } from '../../../utils/core/values/bytes.ts';
import { balanceAmountText } from '../../format/data-amount-text.ts';
import type { BalanceView } from './summarize-balance.ts';
import './QuotaBar.css';

/**
 * The remaining data as a bar, with a mark for the remaining time: filled beyond the mark, the data lasts. With the
 * view "used" both are inverted: filled up to the mark, the data lasts.
 */
export function QuotaBar({ summary, byteUnit }: { summary: BalanceView; byteUnit: ByteUnit }) {
  const { level, percent, time, view } = summary;
  if (level === null) return null;
  const isUsed = view === 'used';
  const timePercent = time === null ? null : percentText(isUsed ? Math.ceil(time * 100) : Math.floor(time * 100));
  const timeText = timePercent && t(isUsed ? 'popup.timeGone' : 'popup.timeLeft', { percent: timePercent });
  const dataText = percent === null ? null : percentText(percent);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a <meter> cannot carry the mark of the time left. */}
      <div
        class="quota-bar"
        role="meter"
        aria-label={meterText(summary, byteUnit)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(level * 100)}
      >
        {level > 0 ? <i style={{ inlineSize: `${level * 100}%` }} /> : null}
        {time === null ? null : <u style={{ insetInlineStart: `calc(${time * 100}% - 1px)` }} />}
      </div>
      {dataText === null && timeText === null ? null : (
        <p class="scale">
          <span>{dataText && t(isUsed ? 'popup.dataUsed' : 'popup.dataLeft', { percent: dataText })}</span>
          <span>{timeText}</span>
        </p>
      )}
    </>
  );
}

function meterText({ balance, percent, view }: BalanceView, byteUnit: ByteUnit): string {
  const amount = balanceAmountText(balance, byteUnit, view);
  if (balance.kind !== 'known' || balance.totalBytes === null || percent === null) {
    return balance.kind === 'unlimited' ? amount : `${amount} ${t('popup.left')}`;
  }
  const rest = { total: amountText(balance.totalBytes, byteUnit), percent: percentText(percent) };
  return view === 'used'
    ? t('popup.meterUsed', { used: amount, ...rest })
    : t('popup.meter', { left: amount, ...rest });
}
