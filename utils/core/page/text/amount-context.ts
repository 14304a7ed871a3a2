import { timeUnitAt } from './time-units.ts';
import { matchAt, patternAt, wordEnd } from './word-patterns.ts';

/** As far as is looked before an amount. */
const longestBefore = 24;

const unfitBefore = [
  // A part of a name, a code, a price.
  '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Hebrew}\\p{Script=Devanagari}_@#\\p{Sc}]',
  // Signs, and what is not exact.
  '(?:^|[^\\p{L}\\s])\\s*[-−–‐‑]\\s*|[-−–‐‑]|[+±<>≤≥≈~∼〜約约]\\s*',
  // Products and ranges.
  '\\d\\s*(?:[x×х*]|to|bis|à|до|do|hingga|至|到|から)\\s*',
  // No more, or no less, than that.
  "(?<!\\p{L})(?:(?:less|more) than|under|over|up to|unter|über|bis zu|(?:weniger|mehr) als|jusqu['’]à",
  '(?:moins|plus) de|menos d[eo]|m[áa]i?s de|hasta|até|(?:meno|più) di|fino a|(?:minder|meer) dan',
  'tot|(?:kurang|lebih) dari|hingga|mniej niż|менее|более|до)\\s+|(?:不足|小于|少于|超过|最大|最高)',
  // The sizes of a device.
  '(?<!\\p{L})(?:ram|rom|ssd|memory|storage|speicher|内存|存储)[\\s:]*',
];
const unfit = new RegExp(`(?:${unfitBefore.join('|')})$`, 'iu');

/** What may be the first part of the number: set in another size, or parted by a space. */
const openBefore = /(?:^|[^\d.,:/-])\d{1,3}(?:[ .,'’]\d{3})*[^\S\n]*[.,]?[^\S\n]*\ufffc?[^\S\n]*$/;
const mayBeRest = /^(?:\d{1,2}|\d{3}(?:\D\d+)*)$/;

/** Whether a number that has a unit can be an amount where it stands: no sign, range, bound or price before it. */
export function isFitBefore(text: string, start: number, number: string): boolean {
  const before = text.slice(Math.max(0, start - longestBefore), start);
  if (unfit.test(before) || (/\s/.test(number) && /\d\s$/.test(before))) return false;
  return !(mayBeRest.test(number) && openBefore.test(before));
}

const productOrMore = /\s*[x×*]\s*\d|\+|\s*per\s/iuy;
const each = patternAt(
  '\\s*(?:\\/\\s*|(?:pro|par|por|je|al|alla|each|every|an?|pe|w|na|в|на|за|setiap|pr\\.?|mỗi)\\s+|毎|每|ต่อ)',
);
const second = patternAt('s|secs?|seconds?|sekund~|secondes?|segundos?|с|сек|секунд~|秒', wordEnd);
const device = patternAt(
  `\\s*(?:(?:of|de|di)\\s)?(?:(?:lp)?ddr\\d?\\s?)?(?:ram|rom|ssd|hdd|memory|storage|(?:arbeits)?speicher~|mémoire
  stockage|mem[oó]ria|almacenamiento|armazenamento|geheugen|opslag|pamięci?|памят[ьи]|内存|存储|記憶體|儲存|ストレージ|メモリ)`,
  wordEnd,
);

/** Whether nothing follows an amount that makes it a rate, a product, or the size of a device. */
export function isFitAfter(text: string, end: number): boolean {
  if (matchAt(productOrMore, text, end) || matchAt(device, text, end)) return false;
  const rate = matchAt(each, text, end);
  if (!rate) return true;
  const unitStart = end + rate[0].length;
  return !timeUnitAt(text, unitStart) && !matchAt(second, text, unitStart);
}
