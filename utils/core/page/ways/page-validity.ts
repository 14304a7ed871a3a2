import { dayMs, hourMs } from '../../values/time.ts';
import type { NextRead } from './next-read.ts';

const shortestMs = 6 * hourMs;
/** For jitter, and for what holds a reading up. */
const slack = 1.25;

/**
 * How long a figure that was read at `now` may be shown as current: until the next reading by itself is well overdue; for
 * a day where the page is read on visits alone.
 */
export function pageValidForMs(next: NextRead, now: number): number {
  return next.way === 'visit' ? dayMs : Math.max(shortestMs, (next.at - now) * slack);
}
