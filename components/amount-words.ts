import { amountText, boundText, t } from '../utils/browser/words.ts';
import type { Figure } from '../utils/core/figure.ts';
import type { ByteUnit } from '../utils/core/units.ts';

/** What is left, as one text. */
export function figureWords(figure: Figure, byteUnit: ByteUnit): string {
  if (figure.kind === 'unlimited') return t('popup.unlimited');
  if (figure.kind === 'unknown') return t('popup.unknown');
  if (figure.kind === 'known') return amountText(figure.leftBytes, byteUnit);
  return figure.upperBytes === 0
    ? amountText(0, byteUnit)
    : t('popup.under', { amount: boundText(figure.upperBytes, byteUnit) });
}

/** What a plan holds; null stands for no limit. */
export function quotaWords(quotaBytes: number | null, byteUnit: ByteUnit): string {
  return quotaBytes === null ? t('offer.unlimited') : amountText(quotaBytes, byteUnit);
}
