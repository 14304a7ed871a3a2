import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** At first, and how many more in each turn until all are there: a thousand at once would freeze the page. */
const turnCount = 50;

/**
 * `root`: of the list, whose children are the entries. `showAll` null: all are shown, or will be at once. `showUntil`: at
 * least so many.
 */
export type LongList<E extends HTMLElement, T> = {
  root: RefObject<E | null>;
  shown: readonly T[];
  showAll: (() => void) | null;
  showUntil: (count: number) => void;
};

/** The first of many entries, and those that are needed in any case; the rest when it is asked for, and the focus on it. */
export function useLongList<E extends HTMLElement, T>(
  entries: readonly T[],
  isNeeded: (entry: T) => boolean,
): LongList<E, T> {
  const root = useRef<E>(null);
  const focusAt = useRef<number | null>(null);
  const [limit, setLimit] = useState(turnCount);
  const [isAllWanted, wantAll] = useState(false);
  const isAllShown = entries.length <= limit;
  useEffect(() => {
    if (!isAllWanted || isAllShown) return;
    const timer = setTimeout(() => setLimit(limit + turnCount));
    return () => clearTimeout(timer);
  }, [isAllWanted, isAllShown, limit]);
  useLayoutEffect(() => {
    if (focusAt.current === null || focusAt.current >= limit) return;
    root.current?.children[focusAt.current]?.querySelector<HTMLElement>('input, button')?.focus();
    focusAt.current = null;
  }, [limit]);
  const showAll = () => {
    focusAt.current = limit;
    wantAll(true);
  };
  return {
    root,
    shown: isAllShown ? entries : entries.filter((entry, at) => at < limit || isNeeded(entry)),
    showAll: isAllShown || isAllWanted ? null : showAll,
    showUntil: (count) => setLimit(Math.max(limit, count)),
  };
}
