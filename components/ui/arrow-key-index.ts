/** Where an arrow, Home or End leads in a ring of `count`; null for other keys. `isMirrored`: right-to-left. */
export function arrowKeyIndex(key: string, at: number, count: number, isMirrored = false): number | null {
  const onward = ['ArrowDown', isMirrored ? 'ArrowLeft' : 'ArrowRight'];
  const back = ['ArrowUp', isMirrored ? 'ArrowRight' : 'ArrowLeft'];
  if (count === 0) return null;
  if (onward.includes(key)) return (at + 1) % count;
  if (back.includes(key)) return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
