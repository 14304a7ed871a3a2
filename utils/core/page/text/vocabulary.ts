import type vocabulary from '../../../../public/vocabulary.json';

/**
 * The words by which pages are understood, in the languages of their sellers: lists of alternatives of a pattern, where
 * "~" stands for any letters. Lists called "Joined" are of scripts that set no spaces between words. `read`: for reading
 * a page · `pick`: for making a recipe of it. They are data, so that the scripts on sellers' pages weigh little where
 * there is nothing to read.
 */
export type Vocabulary = typeof vocabulary;
export type ReadingWords = Vocabulary['read'];
type Words = ReadingWords & Partial<Vocabulary['pick']>;
export type WordsName = keyof Words;

let words: Words | null = null;

/**
 * To be called before anything of a page is read; patterns are made of the words when they are first needed. Reader and
 * picker share what is given here: the one takes no words from the other.
 */
export function useVocabulary(given: Words): void {
  words = { ...words, ...given };
}

/** As the alternatives of a pattern; '' for none. */
export function alternatives(name: string): string {
  if (!words) throw new Error('The vocabulary has not been given');
  const list = (words as Record<string, readonly string[] | undefined>)[name] ?? [];
  return list.join('|').replaceAll('~', '[\\p{L}\\p{M}]*');
}
