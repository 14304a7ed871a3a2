import { closest } from '../page-tree.ts';
import type { FigureMeaning } from '../recipe.ts';
import { findAmounts, findPercents, type TextAmount } from '../text/amounts.ts';
import { meaningsOf } from '../text/meaning.ts';
import { lengthOf, numberAlone, numberGap, type PageText, rowOf, type TextRun } from './page-text.ts';
import type { PageView } from './page-view.ts';
import type { Spot } from './same-place.ts';
import { figureShape, hasFigure, maxLineLength } from './shapes.ts';

/** An amount of a page, before it is known what stands around it. */
export type AmountSpot = Spot & { amount: TextAmount };

/** All amounts of data of a page, and percentages; only those of the runs `isSought` takes. */
export function amountSpots(view: PageView, isSought: (runIndex: number) => boolean = () => true): AmountSpot[] {
  return view.page.runs.flatMap((_, runIndex) => (isSought(runIndex) ? amountsOfRun(view, runIndex) : []));
}

function amountsOfRun(view: PageView, runIndex: number): AmountSpot[] {
  const run = view.page.runs[runIndex];
  if (!run || run.text.length > maxLineLength) return [];
  const all = findAmounts(run.text);
  const isSure = (amount: TextAmount) => isWhole(amount, run, runIndex, view.page) && !isOfTwo(amount, run);
  const amounts = all.filter(isSure);
  const apart = amounts.length === 0 ? amountApart(view, runIndex) : null;
  const percents = findPercents(run.text).flatMap(({ start, end, value, isExact }, index): AmountSpot[] => {
    const amount = { start, end, values: [value], decimal: null, ...percentUnit };
    return isExact && isSure(amount) ? [{ runIndex, position: all.length + index, amount }] : [];
  });
  return [...(apart ? [apart] : amounts).map((amount, position) => ({ runIndex, position, amount })), ...percents];
}

const percentUnit = { unit: 'B', isBinary: false, isBare: false, isPercent: true } as const;

/** Not where its number may begin in the element before. */
function isWhole({ start }: TextAmount, { text }: TextRun, runIndex: number, page: PageText): boolean {
  const before = text.slice(0, start).trim();
  return !before.endsWith(numberGap) && !(/^[.,]?$/.test(before) && followsNumber(runIndex, page));
}

/** "1 GB" in an element and "200 MB" in the next one may be two figures. */
function isOfTwo({ start, end, rest }: TextAmount, { text, parts }: TextRun): boolean {
  const next = rest && parts.find((part) => part.start > start)?.start;
  if (next === undefined || !/\p{L}/u.test(text.slice(start, next))) return false;
  return next <= text.slice(0, end).search(/\p{Nd}+\P{Nd}*$/u);
}

/** Within a gauge. */
const maxRunsOfGauge = 6;
/** Each holds a value of its own. */
const cells = new Set(['td', 'th', 'dt', 'dd', 'li']);

/** Whether the line before, in a block of the two alone, is a number. */
function followsNumber(runIndex: number, page: PageText): boolean {
  const before = page.runs[runIndex - 1];
  if (!before || !numberAlone.test(before.text) || cells.has(before.block.tag)) return false;
  const row = rowOf(runIndex - 1, page);
  return row !== null && lengthOf(row) === 2 && row[0] === runIndex - 1;
}

const unitInBrackets = /[([（]\s*(\p{L}[\p{L}.]{0,14})\s*[)\]）]/u;

/** A number alone, whose unit stands in brackets in its label or its column's header. */
function amountApart({ page, places }: PageView, runIndex: number): TextAmount | null {
  const text = page.runs[runIndex]?.text ?? '';
  if (!numberAlone.test(text)) return null;
  const { before, column } = places.wordsNearby(runIndex);
  const unit = unitInBrackets.exec(column)?.[1] ?? unitInBrackets.exec(before)?.[1];
  if (unit === undefined) return null;
  const number = text.trim();
  const whole = `${number} ${unit}`;
  const [amount, ...others] = findAmounts(whole);
  const isWhole = amount && others.length === 0 && amount.start === 0 && amount.end === whole.length;
  if (!isWhole || amount.isBare) return null;
  const start = text.indexOf(number);
  return { ...amount, start, end: start + number.length };
}

/** Whether a gauge says aloud another figure than it shows, within it or beside it: one of the two is not of today. */
export function isContradicted({ runIndex, amount }: AmountSpot, meaning: FigureMeaning, { page }: PageView): boolean {
  const own = page.runs[runIndex]?.text ?? '';
  const said = gaugeTexts(runIndex, page).flatMap((text) => {
    const meanings = meaningsOf(text);
    const isOther = (meanings.has('left') || meanings.has('used')) && !meanings.has(meaning);
    const [first, ...others] =
      isOther || !hasFigure(text)
        ? []
        : findAmounts(text).flatMap((other) => (other.unit === amount.unit ? Number(other.values[0]) : []));
    if (first === undefined) return [];
    // What is used, of a total, where no word says so.
    const isUnsaid = meanings.size === 0 && figureShape(text) !== figureShape(own);
    return [first, ...others, ...(isUnsaid ? others.map((other) => Number(Math.abs(other - first).toFixed(3))) : [])];
  });
  return said.length > 0 && !said.some((value) => isAlike(value, Number(amount.values[0])));
}

/** What the gauge at a run, or beside it, says aloud; of a run that is said aloud, what is shown in and beside it. */
function gaugeTexts(runIndex: number, { runs, rangeOf }: PageText): string[] {
  return runs.slice(Math.max(0, runIndex - maxRunsOfGauge), runIndex + 2).flatMap((run) => {
    if (run.parts[0]?.node !== run.block) return [];
    const [from, to] = rangeOf(run.block);
    const row = closest(run.block.parent, (node) => lengthOf(rangeOf(node)) > to - from);
    const [first, end] = row ? rangeOf(row) : [from, to];
    const beside = [Math.max(first, from - 1), Math.min(end, to + 1)] as const;
    if (runIndex < beside[0] || runIndex >= beside[1]) return [];
    const shown = run === runs[runIndex] ? runs.slice(...beside) : [run];
    return shown.filter((other) => other !== runs[runIndex]).map(({ text }) => text);
  });
}

/** But for rounding. */
function isAlike(a: number, b: number): boolean {
  const decimals = [a, b].map((value) => String(value).split('.')[1]?.length ?? 0);
  return Math.abs(a - b) < 0.99 * 10 ** -Math.min(...decimals);
}
