import { amountText, figureText, isPrivacyMode, percentText, t } from '../../../utils/browser/i18n.ts';
import type { ByteUnit } from '../../../utils/core/values/bytes.ts';
import { balanceAmountText } from '../../format/data-amount-text.ts';
import type { BalanceView } from './summarize-balance.ts';
import { timeMarkText } from './time-mark-text.ts';
import './QuotaBar.css';

/**
 * The remaining data as a bar, with a mark for the remaining time: filled beyond the mark, the data lasts. With the
 * view "used" both are inverted: filled up to the mark, the data lasts. `now`: our clock.
 */
export function QuotaBar({ summary, byteUnit, now }: { summary: BalanceView; byteUnit: ByteUnit; now: number }) {
  const { level, time } = summary;
  // The bar would say what privacy mode hides.
  if (level === null || isPrivacyMode()) return null;
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
      {time === null ? null : (
        // The label hangs at the mark by the point of it that leaves it inside the box: its start on the left, its end on
        // the right.
        <p class="time-mark" style={{ gridTemplateColumns: markColumns(time) }}>
          <span data-testid="time-mark">{timeMarkText(summary, now)}</span>
        </p>
      )}
    </>
  );
}

function markColumns(time: number): string {
  return `minmax(0, ${time * 100}fr) auto minmax(0, ${(1 - time) * 100}fr)`;
}

function meterText({ balance, percent, view }: BalanceView, byteUnit: ByteUnit): string {
  const amount = balanceAmountText(balance, byteUnit, view);
  if (balance.kind !== 'known' || balance.totalBytes === null || percent === null) {
    return balance.kind === 'unlimited' ? amount : `${amount} ${t('popup.left')}`;
  }
  const rest = { total: amountText(balance.totalBytes, byteUnit), percent: figureText(percentText(percent)) };
  return view === 'used'
    ? t('popup.meterUsed', { used: amount, ...rest })
    : t('popup.meter', { left: amount, ...rest });
}
