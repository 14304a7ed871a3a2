import {
  amountParts,
  amountText,
  boundText,
  decimalText,
  openAmountText,
  planSizeText,
  t,
} from '../../utils/browser/i18n.ts';
import { type CardBalance, type DisplayMode, displayedAmount } from '../../utils/core/usage/card-balance.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';

/** The remaining data; with `view` "used" and a known total, the used data. */
export function balanceAmountText(balance: CardBalance, byteUnit: ByteUnit, view: DisplayMode = 'left'): string {
  if (balance.kind === 'unlimited') return t('popup.unlimited');
  if (balance.kind === 'unknown') return t('popup.unknown');
  if (balance.kind === 'no-plan') return t('popup.noPlan');
  if (balance.kind === 'not-started') return planSizeText(balance.size, byteUnit);
  if (balance.kind === 'known') {
    const { bytes, rounding } = displayedAmount(balance, view);
    return amountText(bytes, byteUnit, rounding);
  }
  return balance.upperBytes === 0
    ? amountText(0, byteUnit)
    : t('popup.under', { amount: boundText(balance.upperBytes, byteUnit) });
}

/** The data of a plan on sale; null: unlimited. */
export function quotaText(quotaBytes: number | null, byteUnit: ByteUnit): string {
  return quotaBytes === null ? t('offer.unlimited') : openAmountText(quotaBytes, byteUnit);
}

/** For rations and averages, which are not measured: 114.9 MB → "114 MB". */
export function wholeMegabytesText(bytes: number, byteUnit: ByteUnit): string {
  return amountText(wholeMegabytes(bytes, byteUnit), byteUnit);
}

/** For forecasts: two significant digits. */
export function roughText(bytes: number, byteUnit: ByteUnit): string {
  return amountText(significantBytes(bytes, byteUnit, 2), byteUnit);
}

/** For what was used or changed in the past: three significant digits. */
export function roundedText(bytes: number, byteUnit: ByteUnit): string {
  return amountText(significantBytes(bytes, byteUnit, 3), byteUnit);
}

/** A daily ration and, to compare, a pace: "76 MB" and "110"; the pace with its unit only where that is another. */
export function rationTexts(rationBytes: number, paceBytes: number, byteUnit: ByteUnit) {
  const ration = amountParts(wholeMegabytes(rationBytes, byteUnit), byteUnit);
  const rough = significantBytes(paceBytes, byteUnit, 2);
  const pace = amountParts(rough, byteUnit);
  return {
    ration: wholeMegabytesText(rationBytes, byteUnit),
    pace: pace.unit === ration.unit ? pace.value : amountText(rough, byteUnit),
  };
}

function wholeMegabytes(bytes: number, byteUnit: ByteUnit): number {
  const mega = byteUnit ** 2;
  return bytes < mega ? bytes : bytes - (bytes % mega);
}

/** Whole bytes, rounded up: an amount is cut where it is shown, so a fraction less would be the next smaller one. */
function significantBytes(bytes: number, byteUnit: ByteUnit, digits: number): number {
  if (bytes < 10 ** digits) return bytes;
  const size = byteUnit ** Math.max(0, Math.min(4, Math.floor(Math.log(bytes) / Math.log(byteUnit))));
  const step = 10 ** (Math.floor(Math.log10(bytes / size)) + 1 - digits);
  return Math.ceil(Math.round(bytes / size / step) * step * size);
}

/** "1 Mbit/s". Bit rates are decimal, even if the seller's GB is not. */
export function bitRateText(kbps: number): string {
  return kbps < 1000 ? `${decimalText(String(kbps))} kbit/s` : `${decimalText(String(kbps / 1000))} Mbit/s`;
}
