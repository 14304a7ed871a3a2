import { durationText, t } from '../../utils/browser/i18n.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { roughText } from '../format/data-amount-text.ts';
import type { Recommendation } from './recommendation.ts';

/** How much more data is needed, or why that is unknown. */
export function needText({ estimate, isNeeded }: Recommendation, byteUnit: ByteUnit): string {
  if (estimate.kind === 'none') return t('offer.need.none');
  if (estimate.kind === 'insufficient-data') return t('offer.need.thin', { needed: durationText(estimate.neededMs) });
  if (!isNeeded) return t('offer.need.nothing');
  const { likely, safe } = estimate.moreBytes;
  const safeText = roughText(safe, byteUnit);
  if (likely < byteUnit ** 2) return t('offer.need.maybe', { safe: safeText });
  const amount = roughText(likely, byteUnit);
  return amount === safeText ? t('offer.need.more', { amount }) : t('offer.need.moreSafe', { amount, safe: safeText });
}

/** Which plan covers the need; null if nothing is needed. */
export function recommendationText({ isNeeded, best }: Recommendation): string | null {
  if (!isNeeded) return null;
  return best ? t('offer.need.covered', { plan: best.name }) : t('offer.need.notCovered');
}
