import { timeUnitAt } from './time-units.ts';
import { anyOf, lazily, matchAt, wordEnd, wordsAt } from './word-patterns.ts';

/** As far as is looked before an amount. */
const longestBefore = 24;

const unfit = lazily(() => {
  const before = [
    // A part of a name, a code, a price.
    '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Hebrew}\\p{Script=Devanagari}_@#\\p{Sc}]',
    // Signs, and what is not exact.
    '(?:^|[^\\p{L}\\s])\\s*[-−–‐‑]\\s*|[-−–‐‑]|[+±<>≤≥≈~∼〜約约]\\s*',
    // Products and ranges.
    `\\d\\s*(?:[x×х*]|${anyOf('to')})\\s*`,
    // No more, or no less, than that.
    `(?<!\\p{L})${anyOf('bound', '\\s+')}`,
    // The sizes of a device.
    `(?<!\\p{L})${anyOf('memory')}[\\s:]*`,
  ];
  return new RegExp(`(?:${before.join('|')})$`, 'iu');
});

/** What may be the first part of the number: set in another size, or parted by a space. */
const openBefore = /(?:^|[^\d.,:/-])\d{1,3}(?:[ .,'’]\d{3})*[^\S\n]*[.,]?[^\S\n]*\ufffc?[^\S\n]*$/;
const mayBeRest = /^(?:\d{1,2}|\d{3}(?:\D\d+)*)$/;

/** Whether a number that has a unit can be an amount where it stands: no sign, range, bound or price before it. */
export function isFitBefore(text: string, start: number, number: string): boolean {
  const before = text.slice(Math.max(0, start - longestBefore), start);
  if (unfit().test(before) || (/\s/.test(number) && /\d\s$/.test(before))) return false;
  return !(mayBeRest.test(number) && openBefore.test(before));
}

const productOrMore = /\s*[x×*]\s*\d|\+|\s*per\s/iuy;
const each = lazily(() => new RegExp(`\\s*(?:\\/\\s*|${anyOf('each', '\\s+')})`, 'iuy'));
const second = wordsAt('second', wordEnd);
const device = lazily(() => {
  const kind = '(?:(?:of|de|di)\\s)?(?:(?:lp)?ddr\\d?\\s?)?';
  return new RegExp(`\\s*${kind}${anyOf('memory', wordEnd)}`, 'iuy');
});

/** Whether nothing follows an amount that makes it a rate, a product, or the size of a device. */
export function isFitAfter(text: string, end: number): boolean {
  if (matchAt(productOrMore, text, end) || matchAt(device(), text, end)) return false;
  const rate = matchAt(each(), text, end);
  if (!rate) return true;
  const unitStart = end + rate[0].length;
  return !timeUnitAt(text, unitStart) && !matchAt(second(), text, unitStart);
}
