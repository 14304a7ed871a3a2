/** A pause after which typing begins anew. */
const pauseMs = 700;

/** What was typed so far, and when last. */
export type Typed = { text: string; at: number };

/** With one more key; null: it is none that types, or a space before anything else was typed. */
export function typeKey(typed: Typed, key: string, at: number): Typed | null {
  const before = at - typed.at < pauseMs ? typed.text : '';
  const isTyping = [...key].length === 1 && (key !== ' ' || before !== '');
  return isTyping ? { text: before + key, at } : null;
}

/**
 * The first entry from `current` on, in a cycle, that begins with what was typed; the same letter again goes to the next
 * one. Null: none does.
 */
export function typeaheadIndex(
  entries: readonly string[],
  current: number,
  typed: string,
  locale: string,
): number | null {
  const letters = [...typed];
  const isRepeated = letters.every((letter) => letter === letters[0]);
  const sought = isRepeated ? (letters[0] ?? '') : typed;
  const first = isRepeated ? current + 1 : Math.max(0, current);
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base' });
  const isMatch = (entry: string) => compare([...entry].slice(0, [...sought].length).join(''), sought) === 0;
  const order = entries.map((_, step) => (first + step) % entries.length);
  return order.find((at) => isMatch(entries[at] ?? '')) ?? null;
}
