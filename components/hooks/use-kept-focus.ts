import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus in the page: where what had it is taken away (an order that was dismissed, a question that was
 * answered) it goes to what is to be done next, else to the heading. What it then stands on may buy, and so may what
 * has moved to where the user clicked: a key that is still held and the second click of a double click press nothing.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let focused: Element | null = document.activeElement;
    const onFocus = () => {
      focused = document.activeElement;
    };
    const observer = new MutationObserver(() => {
      if (focused === null || focused === document.body || focused.isConnected) return;
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      focusFirst();
    });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', ignoreHeldEnter);
    document.addEventListener('click', ignoreSecondClick, true);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', ignoreHeldEnter);
      document.removeEventListener('click', ignoreSecondClick, true);
      observer.disconnect();
    };
  }, []);
}

/** Focuses what is to be done, else the heading. */
export function focusFirst(): void {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  (find('[data-first]') ?? find('h1[tabindex]'))?.focus({ preventScroll: true });
}

/** Focuses what is to be done once that is there, unless the focus was moved meanwhile. */
export function useLateFocus(isWaiting: boolean): void {
  const wasWaiting = useRef(isWaiting);
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isMoved = activeElement !== document.body && !activeElement?.matches('h1');
    if (wasWaiting.current && !isWaiting && !isMoved) focusFirst();
    wasWaiting.current = isWaiting;
  }, [isWaiting]);
}

/** The browser sends Enter again and again, as a press on whatever has the focus by then. */
function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

/** `detail`: how many clicks came at this place so soon after each other. */
function ignoreSecondClick(event: MouseEvent): void {
  if (event.detail <= 1) return;
  event.preventDefault();
  event.stopPropagation();
}
