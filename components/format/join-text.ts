/** Sentences one after the other; a full stop as wide as a letter has its own space. */
export function joined(sentences: readonly (string | null)[]): string {
  return sentences.filter(Boolean).join(' ').replaceAll('。 ', '。');
}
