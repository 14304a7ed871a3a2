import { alternatives, type WordsName } from './vocabulary.ts';

/* Patterns of lists of the vocabulary, each made when it is first needed. */

export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** In a text as of `plainText`: whole words, those of scripts without spaces anywhere. `not`: may stand before a word. */
export function wordsOf(name: WordsName, not?: WordsName): () => RegExp {
  return lazily(() => {
    const lead = not ? `(${alternatives(not)})?` : '';
    const whole = `(?<![\\p{L}\\p{M}\\p{N}])${lead}(?:${alternatives(name)})(?![\\p{L}\\p{M}])`;
    return new RegExp(`${whole}${orJoined(name)}`.normalize('NFKC'), 'gu');
  });
}

/** In any case, at one place of a text as it is (`matchAt`). `end`: what must follow words of scripts with spaces, or not. */
export function wordsAt(name: WordsName, end = ''): () => RegExp {
  return lazily(() => new RegExp(anyOf(name, end), 'iuy'));
}

/** The alternatives of a list and of its "Joined" one, as one group. */
export function anyOf(name: WordsName, end = ''): string {
  return `(?:(?:${alternatives(name)})${end}${orJoined(name)})`;
}

function orJoined(name: WordsName): string {
  const joined = alternatives(`${name}Joined`);
  return joined && `|${joined}`;
}

export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** The word ends here. */
export const wordEnd = '(?![\\p{L}\\p{M}])';
