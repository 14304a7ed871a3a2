import { amountText, boundText, t } from '../utils/browser/words.ts';
import type { Figure } from '../utils/core/figure.ts';
import type { View } from '../utils/core/settings.ts';
import type { ByteUnit } from '../utils/core/units.ts';

/** What is left (or, where the total is known and so wished, used), as one text. */
export function figureWords(figure: Figure, byteUnit: ByteUnit, view: View = 'left'): string {
  if (figure.kind === 'unlimited') return t('popup.unlimited');
  if (figure.kind === 'unknown') return t('popup.unknown');
  if (figure.kind === 'known') {
    return view === 'used' && figure.totalBytes !== null
      ? amountText(figure.totalBytes - figure.leftBytes, byteUnit, 'up')
      : amountText(figure.leftBytes, byteUnit);
  }
  return figure.upperBytes === 0
    ? amountText(0, byteUnit)
    : t('popup.under', { amount: boundText(figure.upperBytes, byteUnit) });
}

/** What a plan holds; null stands for no limit. */
export function quotaWords(quotaBytes: number | null, byteUnit: ByteUnit): string {
  return quotaBytes === null ? t('offer.unlimited') : amountText(quotaBytes, byteUnit);
}

/** A ration or an average is no measurement: "114 MB" says enough. */
export function wholeMegabytesText(bytes: number, byteUnit: ByteUnit): string {
  const mega = byteUnit ** 2;
  return amountText(bytes < mega ? bytes : bytes - (bytes % mega), byteUnit);
}

/** A forecast knows even less: two digits. */
export function roughText(bytes: number, byteUnit: ByteUnit): string {
  const mega = byteUnit ** 2;
  if (bytes < 10 * mega) return amountText(Math.floor(bytes / mega) * mega, byteUnit);
  const step = 10 ** (Math.floor(Math.log10(bytes / mega)) - 1) * mega;
  return amountText(Math.round(Math.round(bytes / step) * step), byteUnit);
}
