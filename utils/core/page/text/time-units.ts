import { matchAt, wordEnd, wordsAt } from './word-patterns.ts';

const units = ['minute', 'hour', 'day', 'week', 'month'] as const;
export type TimeUnit = (typeof units)[number];

const patterns = units.map((unit) => [unit, wordsAt(unit, `${wordEnd}(?![\\d_])`)] as const);

/** The unit of time that stands at `index`. */
export function timeUnitAt(text: string, index: number): { unit: TimeUnit; end: number } | null {
  for (const [unit, pattern] of patterns) {
    const found = matchAt(pattern(), text, index);
    if (found) return { unit, end: index + found[0].length };
  }
  return null;
}
