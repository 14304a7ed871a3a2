import { amountText, boundText, decimalText, t } from '../../utils/browser/i18n.ts';
import { type CardBalance, type DisplayMode, displayedAmount } from '../../utils/core/usage/card-balance.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';

/** The remaining data; with `view` "used" and a known total, the used data. */
export function balanceAmountText(balance: CardBalance, byteUnit: ByteUnit, view: DisplayMode = 'left'): string {
  if (balance.kind === 'unlimited') return t('popup.unlimited');
  if (balance.kind === 'unknown') return t('popup.unknown');
  if (balance.kind === 'no-plan') return t('popup.noPlan');
  if (balance.kind === 'known') {
    const { bytes, rounding } = displayedAmount(balance, view);
    return amountText(bytes, byteUnit, rounding);
  }
  return balance.upperBytes === 0
    ? amountText(0, byteUnit)
    : t('popup.under', { amount: boundText(balance.upperBytes, byteUnit) });
}

/** The data of a plan; null: unlimited. */
export function quotaText(quotaBytes: number | null, byteUnit: ByteUnit): string {
  return quotaBytes === null ? t('offer.unlimited') : amountText(quotaBytes, byteUnit);
}

/** For rations and averages, which are not measured: 114.9 MB → "114 MB". */
export function wholeMegabytesText(bytes: number, byteUnit: ByteUnit): string {
  const mega = byteUnit ** 2;
  return amountText(bytes < mega ? bytes : bytes - (bytes % mega), byteUnit);
}

/** For forecasts: two significant digits. */
export function roughText(bytes: number, byteUnit: ByteUnit): string {
  const size = byteUnit ** Math.max(0, Math.min(4, Math.floor(Math.log(bytes) / Math.log(byteUnit))));
  const step = 10 ** Math.floor(Math.log10(bytes / size) - 1);
  // Whole bytes, rounded up: amountText truncates, so a fraction less would show the next smaller amount.
  return amountText(bytes < 10 ? bytes : Math.ceil(Math.round(bytes / size / step) * step * size), byteUnit);
}

/** "1 Mbit/s". Bit rates are decimal, even if the seller's GB is not. */
export function bitRateText(kbps: number): string {
  return kbps < 1000 ? `${decimalText(String(kbps))} kbit/s` : `${decimalText(String(kbps / 1000))} Mbit/s`;
}
