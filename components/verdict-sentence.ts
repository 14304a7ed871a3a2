import { t } from '../utils/browser/words.ts';
import type { VerdictReason } from '../utils/core/verdict.ts';

/** Whether it will last, in one sentence. */
export function verdictSentence(reason: VerdictReason, seller: string): string {
  switch (reason) {
    case 'plenty':
      return t('verdict.plenty');
    case 'running-low':
      return t('verdict.runningLow');
    case 'almost-used-up':
      return t('verdict.almostUsedUp');
    case 'no-data-left':
      return t('verdict.noDataLeft');
    case 'unlimited':
      return t('verdict.unlimited');
    case 'unknown':
      return t('verdict.unknown', { seller });
    case 'ended':
      return t('verdict.ended', { seller });
    case 'grace':
      return t('verdict.grace');
    case 'suspended':
      return t('verdict.suspended', { seller });
    case 'expired':
      return t('verdict.expired');
  }
}
