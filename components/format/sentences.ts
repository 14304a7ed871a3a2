/** Joins sentences with spaces; none after a full-width full stop, which includes its own. */
export function joinSentences(sentences: readonly (string | null)[]): string {
  return sentences.filter(Boolean).join(' ').replaceAll('。 ', '。');
}

/** The object replacement character, which no translation contains. */
const mark = '\u{fffc}';

/** The text before and after one value, so that the value can be an element. `format`: makes the text with a value. */
export function splitAround(format: (value: string) => string): [string, string] {
  const [before = '', after = ''] = format(mark).split(mark);
  return [before, after];
}
