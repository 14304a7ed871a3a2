import { useLayoutEffect } from 'preact/hooks';

/**
 * While it holds, a press waits: it is made again afterwards, unless what was pressed is gone or says something else by
 * then. The last one counts.
 */
export function useHeldPresses(isHolding: boolean): void {
  useLayoutEffect(() => {
    if (!isHolding) return;
    let held: { pressed: HTMLElement; text: string | null } | null = null;
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const pressed = (event.target as Element).closest<HTMLElement>('a, button');
      held = pressed && { pressed, text: pressed.textContent };
    };
    document.addEventListener('click', hold, true);
    return () => {
      document.removeEventListener('click', hold, true);
      if (held?.pressed.isConnected && held.pressed.textContent === held.text) held.pressed.click();
    };
  }, [isHolding]);
}
