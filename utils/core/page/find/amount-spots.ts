import { findAmounts, type TextAmount } from '../text/amounts.ts';
import { lengthOf, numberAlone, numberGap, type PageText, rowOf } from './page-text.ts';
import type { PageView } from './page-view.ts';
import type { Spot } from './same-place.ts';
import { maxLineLength } from './shapes.ts';

/** An amount of a page, before it is known what stands around it. */
export type AmountSpot = Spot & { amount: TextAmount };

/** All amounts of data of a page, in document order; only those of the runs `isSought` takes. */
export function amountSpots(view: PageView, isSought: (runIndex: number) => boolean = () => true): AmountSpot[] {
  return view.page.runs.flatMap((_, runIndex) => (isSought(runIndex) ? amountsOfRun(view, runIndex) : []));
}

function amountsOfRun(view: PageView, runIndex: number): AmountSpot[] {
  const text = view.page.runs[runIndex]?.text ?? '';
  if (text.length > maxLineLength) return [];
  const amounts = wholeAmounts(text, runIndex, view.page);
  const apart = amounts.length === 0 ? amountApart(view, runIndex) : null;
  return (apart ? [apart] : amounts).map((amount, position) => ({ runIndex, position, amount }));
}

/** Not those whose number may begin in the element before, nor one of two that make an amount together. */
function wholeAmounts(text: string, runIndex: number, page: PageText): TextAmount[] {
  const amounts = findAmounts(text);
  return amounts.filter(({ start, isContinued }, index) => {
    const before = text.slice(0, start).trim();
    const mayGoOn = before.endsWith(numberGap) || (/^[.,]?$/.test(before) && followsNumber(runIndex, page));
    return !mayGoOn && !isContinued && amounts[index - 1]?.isContinued !== true;
  });
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
