import { locale } from '../../utils/browser/i18n.ts';
import { dayMs, hourMs, minuteMs } from '../../utils/core/values/time.ts';

const units = [
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
  ['second', 1000],
] as const;

/** "1 min 40 s": the two largest units of a duration, truncated. */
export function elapsedText(lengthMs: number): string {
  const length = Math.max(0, lengthMs);
  const first = units.findIndex(([, size]) => length >= size);
  const shown = first < 0 ? units.slice(-1) : units.slice(first, first + 2);
  return shown
    .map(([unit, size], position) => {
      const nextLarger = position === 0 ? Number.POSITIVE_INFINITY : (shown[0]?.[1] ?? 1);
      return { unit, count: Math.floor((length % nextLarger) / size) };
    })
    .filter(({ count }, position) => position === 0 || count > 0)
    .map(({ unit, count }) => partText(count, unit))
    .join(' ');
}

function partText(count: number, unit: 'day' | 'hour' | 'minute' | 'second'): string {
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}
