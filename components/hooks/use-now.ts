import { useEffect, useReducer } from 'preact/hooks';

/** The current time (our clock, ms); renders again at least every `everyMs`. */
export function useNow(everyMs: number): number {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => tick(undefined), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return Date.now();
}
