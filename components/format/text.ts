import { decimalText, locale, shortTimeText } from '../../utils/browser/i18n.ts';

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

/** "1 Mbit/s". Bit rates are decimal, even if the seller's GB is not. */
export function bitRateText(kbps: number): string {
  return kbps < 1000 ? `${decimalText(String(kbps))} kbit/s` : `${decimalText(String(kbps / 1000))} Mbit/s`;
}

/** "14:02:20" today, as minutes would be too early by some seconds; without seconds on other days. */
export function countdownText(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  if (!isToday) return shortTimeText(at, now);
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);
}
