import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** For a button that a question takes the place of: it has the focus again once the question was answered with "no". */
export function useFocusBack(isAsked: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(isAsked);
  useEffect(() => {
    if (wasAsked.current && !isAsked) button.current?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);
  return button;
}
