import { hourMs } from '../../values/time.ts';
import type { ReadPart } from '../reading.ts';

/** Whether two readings of a page say the same. An end that is told as "in 5 days" moves with the time of reading. */
export function isSameFigures(some: readonly ReadPart[], others: readonly ReadPart[]): boolean {
  return (
    some.length === others.length &&
    some.every((part) => {
      const other = others.find(({ id }) => id === part.id);
      return other !== undefined && isSameBalance(part, other) && isSameEnd(part.endsAt, other.endsAt);
    })
  );
}

function isSameBalance({ balance: a }: ReadPart, { balance: b }: ReadPart): boolean {
  if (a.kind === 'unlimited' || b.kind === 'unlimited') return a.kind === b.kind;
  return a.leftBytes === b.leftBytes && a.totalBytes === b.totalBytes;
}

function isSameEnd(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < hourMs;
}
