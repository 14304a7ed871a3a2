/** "for", "in", "og": too short to say anything by themselves. */
const shortWord = /^\p{Script=Latin}{1,3}$/u;

/** Whether a text has a word or a number that is in none of the texts told already; short words do not count. */
export function addsWords(text: string, told: readonly string[]): boolean {
  const known = new Set(told.flatMap(wordsOf));
  return wordsOf(text).some((word) => !known.has(word) && !shortWord.test(word));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
}
