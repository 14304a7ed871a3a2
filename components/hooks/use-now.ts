import { useEffect, useMemo, useReducer } from 'preact/hooks';
import { currentZone, minuteMs } from '../../utils/core/values/time.ts';

/**
 * The current time (our clock, ms); renders again at least every `everyMs`, and when a hidden page, whose timers the
 * browser may have stopped, is seen again.
 */
export function useNow(everyMs: number): number {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const update = () => tick(undefined);
    const timer = setInterval(update, everyMs);
    document.addEventListener('visibilitychange', update);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', update);
    };
  }, [everyMs]);
  return Date.now();
}

/**
 * What `compute` makes of the minute `now` is in and of `inputs`. Just after a check the popup renders each second;
 * what takes long is computed anew only in another minute or time zone, or with other inputs.
 */
export function useEachMinute<T>(compute: (minute: number) => T, now: number, inputs: readonly unknown[]): T {
  const minute = now - (now % minuteMs);
  return useMemo(() => compute(minute), [...inputs, minute, currentZone()]);
}
