import type { Meaning } from '../text/meaning.ts';
import { plainText } from '../text/plain-text.ts';
import { wordsOf } from '../text/word-patterns.ts';

/* What a figure is of, by the words near it: they tell which one is picked most likely, never which one is read. */

const topicWords = {
  total: wordsOf('total'),
  extra: wordsOf('extra'),
  abroad: wordsOf('abroad'),
  offer: wordsOf('offer'),
  daily: wordsOf('daily'),
  voice: wordsOf('voice'),
};

export type Topic = Meaning | keyof typeof topicWords;

const topics = Object.entries(topicWords) as [keyof typeof topicWords, () => RegExp][];

export function topicsOf(text: string): ReadonlySet<Topic> {
  const plain = plainText(text);
  return new Set(topics.flatMap(([topic, words]) => (plain.search(words()) === -1 ? [] : [topic])));
}
