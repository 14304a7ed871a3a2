/** The next index after an arrow key, Home or End, in a cycle; null for other keys. `isMirrored`: right-to-left. */
export function arrowKeyIndex(key: string, at: number, count: number, isMirrored = false): number | null {
  const forward = ['ArrowDown', isMirrored ? 'ArrowLeft' : 'ArrowRight'];
  const back = ['ArrowUp', isMirrored ? 'ArrowRight' : 'ArrowLeft'];
  if (count === 0) return null;
  if (forward.includes(key)) return (at + 1) % count;
  if (back.includes(key)) return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
