/** What a key does while picking. `browser`: it is the browser's own; `nothing`: the page is not to have it. */
export type KeyUse =
  | { kind: 'step'; to: 'next' | 'previous' | 'first' | 'last' }
  | { kind: 'scroll'; direction: 1 | -1 }
  | { kind: 'take' }
  | { kind: 'stop' }
  | { kind: 'browser' }
  | { kind: 'nothing' };

type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const uses: Record<string, KeyUse> = {
  ArrowDown: { kind: 'step', to: 'next' },
  ArrowUp: { kind: 'step', to: 'previous' },
  Home: { kind: 'step', to: 'first' },
  End: { kind: 'step', to: 'last' },
  PageDown: { kind: 'scroll', direction: 1 },
  PageUp: { kind: 'scroll', direction: -1 },
  Enter: { kind: 'take' },
  ' ': { kind: 'take' },
  Escape: { kind: 'stop' },
};

/** `isRightToLeft`: as the page is written, for whose order the sideways keys stand. */
export function keyUse({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey, isRightToLeft: boolean): KeyUse {
  // With Alt alone a key may press what the page has given an access key.
  if (((ctrlKey || metaKey) && !altKey) || /^F\d+$/.test(key)) return { kind: 'browser' };
  if (ctrlKey || metaKey || altKey) return { kind: 'nothing' };
  if (key === 'Tab') return { kind: 'step', to: shiftKey ? 'previous' : 'next' };
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'ArrowLeft' || key === 'ArrowRight') return { kind: 'step', to: key === forward ? 'next' : 'previous' };
  return uses[key] ?? { kind: 'nothing' };
}

/** Which of `count` comes next, around the ends. `from`: null where none is chosen yet. */
export function stepped(from: number | null, to: 'next' | 'previous' | 'first' | 'last', count: number): number {
  if (to === 'first' || (from === null && to === 'next')) return 0;
  if (to === 'last' || from === null) return count - 1;
  return (from + (to === 'next' ? 1 : -1) + count) % count;
}
