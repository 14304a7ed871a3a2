import { amountText, boundText, t } from '../../utils/browser/i18n.ts';
import { type CardBalance, type DisplayMode, displayedAmount } from '../../utils/core/usage/card-balance.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';

/** What is left (or, where the total is known and so wished, used), as one text. */
export function balanceAmountText(balance: CardBalance, byteUnit: ByteUnit, view: DisplayMode = 'left'): string {
  if (balance.kind === 'unlimited') return t('popup.unlimited');
  if (balance.kind === 'unknown') return t('popup.unknown');
  if (balance.kind === 'known') {
    const { bytes, rounding } = displayedAmount(balance, view);
    return amountText(bytes, byteUnit, rounding);
  }
  return balance.upperBytes === 0
    ? amountText(0, byteUnit)
    : t('popup.under', { amount: boundText(balance.upperBytes, byteUnit) });
}

/** What a plan holds; null stands for no limit. */
export function quotaText(quotaBytes: number | null, byteUnit: ByteUnit): string {
  return quotaBytes === null ? t('offer.unlimited') : amountText(quotaBytes, byteUnit);
}

/** A ration or an average is no measurement: "114 MB" says enough. */
export function wholeMegabytesText(bytes: number, byteUnit: ByteUnit): string {
  const mega = byteUnit ** 2;
  return amountText(bytes < mega ? bytes : bytes - (bytes % mega), byteUnit);
}

/** A forecast knows even less: two digits. */
export function roughText(bytes: number, byteUnit: ByteUnit): string {
  const size = byteUnit ** Math.max(0, Math.min(4, Math.floor(Math.log(bytes) / Math.log(byteUnit))));
  const step = 10 ** Math.floor(Math.log10(bytes / size) - 1);
  // Of the least bytes that are shown so: amounts are cut.
  return amountText(bytes < 10 ? bytes : Math.ceil(Math.round(bytes / size / step) * step * size), byteUnit);
}
