import { closest } from '../page-tree.ts';
import { findAmounts, findPercents, type TextAmount } from '../text/amounts.ts';
import { lengthOf, numberAlone, numberGap, type PageText, rowOf, type TextRun } from './page-text.ts';
import type { PageView } from './page-view.ts';
import type { Spot } from './same-place.ts';
import { hasFigure, maxLineLength } from './shapes.ts';

/** An amount of a page, before it is known what stands around it. */
export type AmountSpot = Spot & { amount: TextAmount };

/** All amounts of data of a page, and percentages; only those of the runs `isSought` takes. */
export function amountSpots(view: PageView, isSought: (runIndex: number) => boolean = () => true): AmountSpot[] {
  return view.page.runs.flatMap((_, runIndex) => (isSought(runIndex) ? amountsOfRun(view, runIndex) : []));
}

function amountsOfRun(view: PageView, runIndex: number): AmountSpot[] {
  const run = view.page.runs[runIndex];
  if (!run || run.text.length > maxLineLength || isShownToo(run, view.page)) return [];
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

/** "1 GB" in an element and "200 MB" in the next one may be two figures: one has both units in the same. */
function isOfTwo({ start, end, rest }: TextAmount, { text, parts }: TextRun): boolean {
  if (!rest) return false;
  const elementAt = (index: number) => parts.findLast((part) => part.start <= index)?.node.parent;
  return elementAt(start + text.slice(start).search(/\p{L}/u)) !== elementAt(end - 1);
}

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

/** Whether a run is what a gauge says aloud, or how far it is drawn, and a figure of its kind is shown in it or beside it. */
function isShownToo(run: TextRun, { runs, rangeOf }: PageText): boolean {
  const { block, parts } = run;
  if (parts[0]?.node !== block) return false;
  const isSaid = block.attributes['aria-valuetext'] !== undefined;
  const [from, to] = rangeOf(block);
  const row = closest(block.parent, (node) => lengthOf(rangeOf(node)) > to - from);
  const [first, end] = row ? rangeOf(row) : [from, to];
  return runs
    .slice(Math.max(first, from - 1), Math.min(end, to + 1))
    .some((other) => other !== run && (findPercents(other.text).length > 0 || (isSaid && hasFigure(other.text))));
}
