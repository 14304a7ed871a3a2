import { useEffect, useReducer } from 'preact/hooks';

/** The time now, told anew at least every `everyMs`. */
export function useNow(everyMs: number): number {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => tick(undefined), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return Date.now();
}
