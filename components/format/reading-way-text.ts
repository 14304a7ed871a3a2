import { countText, openAmountText, t } from '../../utils/browser/i18n.ts';
import type { ReadingWay } from '../../utils/core/page/setup/reading-cost.ts';
import { roughText } from './data-amount-text.ts';

/** How a seller's page is read, and what that takes of a day's data. */
export function readingWayText(way: ReadingWay): string {
  switch (way.kind) {
    case 'press':
    case 'visits':
      return t(`page.way.${way.kind}`);
    case 'heavy':
      return t('page.way.heavy', { amount: openAmountText(way.bytes, 1000, 'up') });
    case 'tab':
      return way.bytes === null
        ? t(`page.way.tab${way.reads}`)
        : t(`page.way.tabSize${way.reads}`, { amount: openAmountText(way.bytes, 1000, 'up') });
    case 'itself': {
      const amount = roughText(way.bytes, 1000);
      return way.reads === 1
        ? t('page.way.itselfOnce', { amount })
        : t('page.way.itself', { count: countText(way.reads), amount });
    }
  }
}
