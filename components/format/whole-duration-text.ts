import { locale } from '../../utils/browser/i18n.ts';
import { dayMs, hourMs, minuteMs } from '../../utils/core/values/time.ts';

const units = [
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
] as const;

/** "2 days", "5 hours": a length in whole days; below a day in whole hours, below an hour in minutes; cut. */
export function wholeDurationText(lengthMs: number, unitDisplay: 'long' | 'short' = 'long'): string {
  const [unit, size] = units.find(([, least]) => lengthMs >= least) ?? (['minute', minuteMs] as const);
  const format = new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay });
  return format.format(Math.max(1, Math.floor(lengthMs / size)));
}
