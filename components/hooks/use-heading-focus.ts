import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** For the heading of what has taken the place of the pressed button: it has the focus first. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}
