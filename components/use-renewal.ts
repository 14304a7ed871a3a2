import { useRef, useState } from 'preact/hooks';
import type { Renewal } from '../utils/browser/messages.ts';

export type Problem = NonNullable<Renewal['problem']> | { kind: 'no-worker' };

/** Buying is one thing at a time: while one wish is under way, further clicks do nothing. */
export type RenewalWish = { isBusy: boolean; problem: Problem | null; run: (wish: () => Promise<Renewal>) => void };

export function useRenewal(): RenewalWish {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const underWay = useRef(false);
  const run = (wish: () => Promise<Renewal>) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setProblem(null);
    wish()
      .then((answer) => setProblem(answer?.problem ?? null))
      .catch(() => setProblem({ kind: 'no-worker' }))
      .finally(() => {
        underWay.current = false;
        setBusy(false);
      });
  };
  return { isBusy, problem, run };
}
