import { useLayoutEffect } from 'preact/hooks';
import { holdPresses } from './hold-presses.ts';

/** While it holds, a press waits. */
export function useHeldPresses(isHolding: boolean): void {
  useLayoutEffect(() => (isHolding ? holdPresses() : undefined), [isHolding]);
}
