import { plainText } from './plain-text.ts';
import { wordsOf } from './word-patterns.ts';

/**
 * What a figure is of, in the order in which these are looked for; a word counts once. neither: of a place on the page, an
 * account, or what can be had. A "not" before a word, or as its beginning, turns it round: "unused" is left, "unavailable"
 * is neither.
 */
const figureWords = { neither: wordsOf('neither'), left: wordsOf('left', 'not'), used: wordsOf('used', 'not') };

/** What else its words tell: that there is no limit, or when it ends. */
const topicWords = { unlimited: wordsOf('unlimited'), until: wordsOf('until') };

type Topic = keyof typeof topicWords;
export type Meaning = 'left' | 'used' | Topic;

const topics = Object.entries(topicWords) as [Topic, () => RegExp][];

/** What is said by "not" and a word. */
const turnedRound: Readonly<Record<string, Meaning>> = { used: 'left' };

/** What the words of a label, a heading or a sentence say of a figure. */
export function meaningsOf(text: string): ReadonlySet<Meaning> {
  const meanings = new Set<Meaning>();
  const plain = plainText(text);
  if (!/[\p{L}∞]/u.test(plain)) return meanings;
  let rest = plain;
  for (const [meaning, words] of Object.entries(figureWords)) {
    rest = rest.replace(words(), (_, not) => {
      const turned = typeof not === 'string' ? turnedRound[meaning] : meaning;
      if (turned === 'left' || turned === 'used') meanings.add(turned);
      return '\n';
    });
  }
  for (const [topic, words] of topics) if (plain.search(words()) !== -1) meanings.add(topic);
  return meanings;
}

/** Whether a text begins or ends with a word for what is left. */
export function hasLeftAt(text: string, side: 'start' | 'end'): boolean {
  const plain = plainText(text).replace(/\s?:$/, '');
  return Array.from(plain.matchAll(figureWords.left())).some(({ 0: { length }, index }) =>
    side === 'start' ? index === 0 : index + length === plain.length,
  );
}

const greetings = wordsOf('greeting');
/** Longer ones say something else, too. */
const longestGreeting = 60;

/** "Hello, Anna" and no more: the words above an account, not those of a part of it. */
export function isGreeting(text: string): boolean {
  if (text.length > longestGreeting || plainText(text).search(greetings()) !== 0) return false;
  return !/^\p{L}+-\p{L}/u.test(text.trim()) && meaningsOf(text).size === 0;
}
