import { useRef, useState } from 'preact/hooks';

/**
 * Work that a press begins, and no other press until it has ended. `run` begins it within the press, so that it may ask
 * for permissions; what fails is the work's own to tell.
 */
export function useRunOnce() {
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);
  const run = (work: () => Promise<unknown>) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    work()
      .catch(() => undefined)
      .finally(() => {
        isRunning.current = false;
        setBusy(false);
      });
  };
  return { isBusy, isRunning: () => isRunning.current, run };
}
