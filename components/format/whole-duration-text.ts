import { locale } from '../../utils/browser/i18n.ts';
import { formatWholeDuration } from '../../utils/core/values/format-time.ts';

/** "2 days", "5 hours": a length in whole days; below a day in whole hours, below an hour in minutes; cut. */
export const wholeDurationText = (lengthMs: number, unitDisplay: 'long' | 'short' = 'long'): string =>
  formatWholeDuration(lengthMs, locale(), unitDisplay);
