import { findAmounts, findPercents, type TextAmount } from '../text/amounts.ts';
import { findDates, findRelativeTimes } from '../text/dates.ts';
import { meaningsOf } from '../text/meaning.ts';
import { monthNamed } from '../text/month-names.ts';
import { identifiersIn, normalText } from '../text/normal-text.ts';

/* A text without what changes from one reading, or from one person, to the next: two that say the same are equal. */

/** Longer texts are paragraphs: no figure is read from them, and their beginning tells them apart. */
export const maxLineLength = 240;

type Span = { start: number; end: number; sign: string };

/**
 * Of the text that a figure stands in. Numbers before its first amount, or else its first percentage, are names
 * ("SIM 2: 1.5 GB"), those after it are other figures.
 */
export function figureShape(text: string): string {
  const words = text.slice(0, maxLineLength);
  const amounts = findAmounts(words);
  const first = (amounts[0] ?? findPercents(words)[0])?.start ?? 0;
  return shapeOf(words, amountSpans(amounts), (start) => start < first);
}

/** Of what stands around a figure. Plans are named by their size: "Europe 3 GB" is not "Europe 10 GB". */
export function nameShape(text: string): string {
  const words = text.slice(0, maxLineLength);
  return shapeOf(words, amountSpans(changingAmounts(words)), () => true);
}

/** Of the label beside a figure: a number that something follows is a figure too, "100 minutes". */
export function labelShape(text: string): string {
  const words = text.slice(0, maxLineLength);
  const isLast = (start: number) => !/^[\p{Nd}.,:]+\s*\p{L}/u.test(words.slice(start));
  return shapeOf(words, amountSpans(changingAmounts(words)), isLast);
}

/** Of what follows a figure: of other things, which change with it. */
export function tailShape(text: string): string {
  const words = text.slice(0, maxLineLength);
  return shapeOf(words, amountSpans(findAmounts(words)), () => false);
}

/** Letters that make a word, with the marks that scripts of India set between them, or what stands for one, as a flag. */
const word = new RegExp(
  '\\p{L}\\p{M}*\\p{L}|[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]|' +
    '\\p{Extended_Pictographic}|\\p{RI}',
  'u',
);

export function hasWords(text: string): boolean {
  return word.test(text);
}

/** A text without its amounts. */
export function withoutAmounts(text: string): string {
  if (!/\p{Nd}/u.test(text)) return text;
  return findAmounts(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

/** Whether a text has a figure, not only a name. */
export function hasFigure(text: string): boolean {
  return changingAmounts(text.slice(0, maxLineLength)).length > 0;
}

/** An amount is a name where others words stand with it, and none says that it is left or used. */
function changingAmounts(text: string): TextAmount[] {
  const amounts = findAmounts(text);
  if (amounts.length === 0) return [];
  const meanings = meaningsOf(text);
  const isName =
    amounts.length === 1 && !meanings.has('left') && !meanings.has('used') && hasWords(withoutAmounts(text));
  return isName ? [] : amounts;
}

/** What identifies a person or a line in a text, as it is compared: phone numbers, addresses, codes. */
export function identifierTexts(text: string): string[] {
  return identifierSpans(text.slice(0, maxLineLength)).map((identifier) => identifier.text);
}

const dayAlone = /^[^\p{L}\p{Nd}#]*#d[^\p{L}\p{Nd}#]*$/u;
const onlyNumbers = /^(?=.*#)(?!.*#[dmu%])/;
const timeOfDay = /\p{Nd}:\p{Nd}/u;

/** The same of what is above a figure: what is called by nothing but a day is of that day. */
export function namesIn(text: string): string[] {
  const isDay = findDates(text).length === 1 && dayAlone.test(nameShape(text));
  return isDay ? [normalText(text)] : identifierTexts(text);
}

/** Of a title also its prices and years: "Pack € 5.00". */
export function namesOfTitle(text: string): string[] {
  const meanings = meaningsOf(text);
  const isNumbered =
    !meanings.has('left') && !meanings.has('used') && !timeOfDay.test(text) && onlyNumbers.test(nameShape(text));
  const names = namesIn(text);
  return isNumbered && names.length === 0 ? [normalText(text)] : names;
}

type Identifier = { start: number; end: number; text: string };

/** Latin letters and at least four digits: "ES00012". */
const code = /(?<![\p{L}\p{N}])(?=[a-z\d-]*[a-z])[a-z\d-]*\d{4}[a-z\d-]*(?![\p{L}\p{N}])/giu;

/** Before anything else: most texts have none. Four digits with a sign between them at most, or a masked one. */
const mayIdentify = /@|\p{Nd}(?:[ \u00a0./()-]{0,2}\p{Nd}){3}|[*•●∙⋅·…xX][ \u00a0]?\p{Nd}/u;

function identifierSpans(text: string): Identifier[] {
  if (!mayIdentify.test(text)) return [];
  const dates = findDates(text);
  const codes = Array.from(text.matchAll(code), ({ 0: found, index: start }) => {
    return { start, end: start + found.length, text: normalText(found) };
  }).filter((found) => dates.every(({ start, end }) => end <= found.start || start >= found.end));
  const others = identifiersIn(text).filter((other) =>
    codes.every(({ start, end }) => other.end <= start || other.start >= end),
  );
  return [...codes, ...others];
}

function amountSpans(amounts: readonly TextAmount[]): Span[] {
  return amounts.map(({ start, end }) => ({ start, end, sign: '#u' }));
}

/** `isName`: whether a short number at an offset is part of a name. */
function shapeOf(text: string, amounts: readonly Span[], isName: (start: number) => boolean): string {
  if (!/\p{Nd}|@/u.test(text)) return normalText(text);
  const spans: Span[] = [
    ...amounts,
    ...identifierSpans(text).map(({ start, end }) => ({ start, end, sign: '#' })),
    ...[...findDates(text), ...findRelativeTimes(text)].map(({ start, end }) => ({ start, end, sign: '#d' })),
    ...monthsIn(text).map(({ start, end }) => ({ start, end, sign: '#m' })),
    ...findPercents(text).map(({ start, end }) => ({ start, end, sign: '#%' })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let shape = '';
  let end = 0;
  for (const span of spans) {
    if (span.start < end) continue;
    shape += withoutNumbers(text.slice(end, span.start), end, isName) + span.sign;
    end = span.end;
  }
  return normalText(shape + withoutNumbers(text.slice(end), end, isName));
}

/** Numbers of a name have three digits at most. */
function withoutNumbers(text: string, offset: number, isName: (start: number) => boolean): string {
  return text.replace(/\p{Nd}+([.,:'’٫٬]\p{Nd}+)*/gu, (number, _, start: number) =>
    number.length <= 3 && isName(offset + start) ? number : '#',
  );
}

/** `year` null: the text does not say. */
export type MonthOfYear = { year: number | null; month: number };
export type NamedMonth = MonthOfYear & { start: number; end: number };

const monthAndYear = /(\p{L}{3,12})\.?\s+(20\d\d)(?!\d)/gu;
const yearAndMonth = /(20\d\d)\s*(?:年|년)\s*(\d{1,2})\s*(?:月|월)(?!\s*\d)/gu;

const numberedMonth = /^(?:(\d\d?)(?:[-/.](20\d\d)|\s?[月월])|(20\d\d)[-/.](\d\d?))$/;

/** Of a pager: "‹ November ›". */
export function withoutArrows(text: string): string {
  return text.replace(/^[^\p{L}\p{Nd}]+|[^\p{L}\p{Nd}.]+$/gu, '');
}

/** The month that is all a text says, maybe without its year: "November", "11/2026". */
export function monthAlone(text: string): MonthOfYear | null {
  const words = withoutArrows(text);
  const [found, month, year, yearBefore, monthAfter] = numberedMonth.exec(words) ?? [];
  if (found) return { year: Number(year ?? yearBefore) || null, month: Number(month ?? monthAfter) };
  const named = /^\p{L}{3,12}\.?$/u.test(words) ? monthNamed(words.toLowerCase()) : null;
  return named && { year: null, month: named.month };
}

/** Months without a day: "Usage November 2026". */
export function monthsIn(text: string): NamedMonth[] {
  if (!text.includes('20')) return [];
  const named = Array.from(text.matchAll(monthAndYear)).flatMap(({ 0: found, 1: word = '', 2: year, index: start }) => {
    const month = monthNamed(word.toLowerCase())?.month ?? null;
    return month === null ? [] : [{ start, end: start + found.length, year: Number(year), month }];
  });
  const numbered = Array.from(text.matchAll(yearAndMonth), ({ 0: found, 1: year, 2: month, index: start }) => {
    return { start, end: start + found.length, year: Number(year), month: Number(month) };
  });
  return [...named, ...numbered];
}
