import { monthNamed } from './month-names.ts';
import { matchAt } from './word-patterns.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export type DayReading = { year: number | null; month: number; day: number };

/** `isWeak`: a day only after a word that says so, as in "until 21/12". */
export type FoundDay = {
  start: number;
  end: number;
  readings: readonly DayReading[];
  orders: readonly DateOrder[];
  isWeak: boolean;
};

type Part = string | number | undefined;

const letter = '[\\p{L}\\p{M}]';
const word = `(${letter}+(?:[.॰'׳’]${letter}+)*)[.॰'׳’]?`;
const notInNumber = '(?<![\\d.,:/-]|\\d\\s)';
const year = '((?:19|2[0156])\\d\\d)(?![\\d%]|[.,:]\\d|\\s?(?:[kmgtкмгт]i?[bбo]|sms|min)(?!\\p{L}))';
const shortYear = "['’]?(\\d\\d)(?=$|[\\s,]{1,2}\\d{1,2}:\\d\\d|[),;]|\\.$)";

const numeric = new RegExp(
  `${notInNumber}(\\d{1,4})\\s?([./-]|\\s)\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{1,2})(?!\\d|[.,:/-]\\d)`,
  'gu',
);
const eastern = /(?<![\d年])(?:(\d{4}|\d{2})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日號号일]/g;
const vietnamese = /(?<!\d)(\d{1,2})\s(?:tháng|thg)\s(\d{1,2})(?:,?\s(?:năm\s)?(\d{4}))?(?!\d)/gi;
const withoutYear = new RegExp(
  `${notInNumber}(\\d{1,2})([./])\\s?(\\d{1,2})(\\.?)(?![\\d%]|[.,:/-]\\d|\\s?\\p{L})`,
  'gu',
);

const number = /(?<![\d.,:])\d{1,4}(?!\d)/g;
const monthAfter = new RegExp(`(?:st|nd|rd|th|er|º|ª)?[.\\s/-]{0,3}(?:(?:de|of|del|den)\\s|d['’])?${word}`, 'iuy');
const monthBefore = new RegExp(`(?<!${letter})${word}[\\s,-]{0,2}(?:the\\s)?$`, 'iu');
const yearAfter = new RegExp(
  `(?:st|nd|rd|th)?[.,\\s/-]{0,3}(?:(?:de|del|of|พ\\.ศ\\.|ค\\.ศ\\.)\\s?)?(?:${year}|${shortYear})`,
  'iuy',
);
const yearBefore = /(?<!\d)(\d{4})[.,\s/-]{1,3}$/;
const dayAfter = /[.\s/-]{1,2}(\d{1,2})(?!\d|[.,:]\d)\.?/y;

/** Days in a text as `foldDigits` leaves it, in the order they stand in. */
export function findDays(text: string): FoundDay[] {
  const found = [
    ...Array.from(text.matchAll(eastern), (match) => dayAt(match, [['ymd', match[1], match[2], match[3]]])),
    ...Array.from(text.matchAll(numeric), numericDay),
    ...Array.from(text.matchAll(vietnamese), (match) => dayAt(match, [['dmy', match[3], match[2], match[1]]])),
    ...(/\p{L}/u.test(text) ? Array.from(text.matchAll(number), (match) => namedDay(text, match)) : []),
    ...Array.from(text.matchAll(withoutYear), shortDay),
  ].filter((day) => day !== null);
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: FoundDay[] = [];
  for (const day of found) if (day.start >= (kept.at(-1)?.end ?? 0)) kept.push(day);
  return kept;
}

/** "21/12/2026", "2026-12-21", "21. 12. 26". */
function numericDay(match: RegExpExecArray): FoundDay | null {
  const [, first = '', sign = '', second, third = ''] = match;
  if (first.length === 4) return third.length > 2 ? null : dayAt(match, [['ymd', first, second, third]]);
  if (first.length > 2) return null;
  const dmy = ['dmy', third, second, first] as const;
  const mdy = ['mdy', third, first, second] as const;
  // Months come first with no points between.
  const yearLast = /[.\s]/.test(sign) && isMonth(second) ? [dmy] : [dmy, mdy];
  if (third.length === 4) return dayAt(match, yearLast);
  if (/\s/.test(sign)) return null;
  // In Korea with points and spaces: "26. 12. 21."
  const isYearFirst = Number(first) >= 20 && Number(first) < 50 && (sign !== '.' || /\.\s/.test(match[0]));
  const yearFirst = isYearFirst ? [['ymd', first, second, third] as const] : [];
  return dayAt(match, [...(third.length === 2 ? yearLast : []), ...yearFirst]);
}

/** "21.12.", "21/12": the first is a day by its second point. */
function shortDay(match: RegExpExecArray): FoundDay | null {
  const [, first, sign, second, point] = match;
  if (sign === '.') return point === '' ? null : dayAt(match, [['dmy', undefined, second, first]]);
  return dayAt(
    match,
    [
      ['dmy', undefined, second, first],
      ['mdy', undefined, first, second],
    ],
    true,
  );
}

/** A number beside the name of a month. */
function namedDay(text: string, match: RegExpExecArray): FoundDay | null {
  const [digits] = match;
  const start = match.index;
  const end = start + digits.length;
  const after = matchAt(monthAfter, text, end);
  const month = after ? monthNamed(after[1] ?? '') : null;
  if (after && month) {
    const named = { ...month, word: after[1] ?? '' };
    const monthEnd = end + after[0].length;
    if (digits.length === 4) {
      const day = matchAt(dayAfter, text, monthEnd);
      return day && named.isFirst ? spanned(start, monthEnd + day[0].length, 'ymd', digits, named.month, day[1]) : null;
    }
    // "10 out of 20", "5 set": of so short a word only a year makes a month.
    if (/^\s+of\s/.test(text.slice(monthEnd, monthEnd + 4))) return null;
    return withYear(text, start, monthEnd, 'dmy', named, digits);
  }
  const before = monthBefore.exec(text.slice(Math.max(0, start - 24), start));
  const first = before ? monthNamed(before[1] ?? '') : null;
  if (!before || !first?.isFirst || digits.length > 2) return null;
  if (/^\s?(?:[kmgt]i?[bo]|%|[.,:/]\d)/i.test(text.slice(end, end + 4))) return null;
  const wordStart = start - before[0].length;
  const yearDigits = yearBefore.exec(text.slice(Math.max(0, wordStart - 8), wordStart));
  if (yearDigits) return spanned(wordStart - yearDigits[0].length, end, 'ymd', yearDigits[1], first.month, digits);
  return withYear(text, wordStart, end, 'mdy', { ...first, word: before[1] ?? '' }, digits);
}

type NamedMonth = { month: number; isFirst: boolean; word: string };

function withYear(text: string, start: number, end: number, order: DateOrder, named: NamedMonth, day: string) {
  const found = matchAt(yearAfter, text, end);
  const isWeak = !found && !named.isFirst && /^[a-z]{2,3}$/i.test(named.word);
  const digits = found?.[1] ?? found?.[2];
  return spanned(start, end + (found?.[0].length ?? 0), order, yearIn(digits, named.word), named.month, day, isWeak);
}

/** Thais write the Buddhist year with two digits, too: 69 is 2569. */
function yearIn(digits: string | undefined, month: string): Part {
  return digits?.length === 2 && /[฀-๿]/.test(month) && Number(digits) >= 60 ? 2500 + Number(digits) : digits;
}

function spanned(
  start: number,
  end: number,
  order: DateOrder,
  yearPart: Part,
  month: Part,
  day: Part,
  isWeak = false,
): FoundDay | null {
  const reading = readingOf(yearPart, month, day);
  return reading && { start, end, readings: [reading], orders: [order], isWeak };
}

function dayAt(
  { 0: { length }, index }: RegExpExecArray,
  forms: readonly (readonly [DateOrder, Part, Part, Part])[],
  isWeak = false,
): FoundDay | null {
  const read = forms.flatMap(([order, ...parts]) => {
    const reading = readingOf(...parts);
    return reading ? [{ order, reading }] : [];
  });
  if (read.length === 0) return null;
  const readings = read.map(({ reading }) => reading);
  return { start: index, end: index + length, readings, orders: read.map(({ order }) => order), isWeak };
}

const buddhistEra = 543;

function readingOf(yearPart: Part, monthPart: Part, dayPart: Part): DayReading | null {
  const [month, day] = [Number(monthPart), Number(dayPart)];
  const written = yearPart === undefined ? null : Number(yearPart) + (String(yearPart).length === 2 ? 2000 : 0);
  const of = written !== null && written > 2400 ? written - buddhistEra : written;
  if (of !== null && (of < 1900 || of > 2200)) return null;
  return isPossible({ year: of, month, day }) ? { year: of, month, day } : null;
}

/** The 29th of February is, where the year is not known. */
export function isPossible({ year: of, month, day }: DayReading): boolean {
  const date = new Date(Date.UTC(of ?? 2000, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isMonth(part: Part): boolean {
  return Number(part) >= 1 && Number(part) <= 12;
}
