import { decimalText, locale, shortTimeText } from '../../utils/browser/i18n.ts';

/** Sentences one after the other; a full stop as wide as a letter has its own space. */
export function joinSentences(sentences: readonly (string | null)[]): string {
  return sentences.filter(Boolean).join(' ').replaceAll('。 ', '。');
}

const mark = '\u{fffc}';

/** The two parts of a sentence around one value, so that the value can be an element: pass `put` the mark. */
export function splitAround(put: (mark: string) => string): [string, string] {
  const [before = '', after = ''] = put(mark).split(mark);
  return [before, after];
}

/** "1 Mbit/s". Kilobits are of a thousand, whatever the seller's GB is. */
export function bitRateText(kbps: number): string {
  return kbps < 1000 ? `${decimalText(String(kbps))} kbit/s` : `${decimalText(String(kbps / 1000))} Mbit/s`;
}

/** "14:02:20" today, so that it is not too early by seconds; further off to the minute. */
export function countdownText(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  if (!isToday) return shortTimeText(at, now);
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);
}
