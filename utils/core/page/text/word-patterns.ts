/* Lists of words as patterns: "|" or a new line parts two of them, "~" stands for any letters. */

/** Whole words in a text as of `plainText`, of scripts that set spaces. */
export function wordsOf(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${listed(words.normalize('NFKC'))})(?![\\p{L}\\p{M}])`, 'gu');
}

/** Anywhere in a text as of `plainText`, of scripts that set none. */
export function partsOf(words: string): RegExp {
  return new RegExp(words.normalize('NFKC'), 'gu');
}

/** In any case, at one place of a text as it is (`matchAt`). `after`: what must follow, or not. */
export function patternAt(words: string, after = ''): RegExp {
  return new RegExp(`(?:${listed(words)})${after}`, 'iuy');
}

export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** For `patternAt`: the word ends here. */
export const wordEnd = '(?![\\p{L}\\p{M}])';

function listed(words: string): string {
  return words.trim().replace(/\n\s*/g, '|').replaceAll('~', '[\\p{L}\\p{M}]*');
}
