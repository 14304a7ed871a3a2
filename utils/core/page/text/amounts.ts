import type { ByteUnitName } from '../../values/bytes.ts';
import { isFitAfter, isFitBefore } from './amount-context.ts';
import { type DataUnit, dataUnitAt } from './data-units.ts';
import { type FoundNumber, findNumbers, readNumber } from './number-text.ts';
import { foldDigits, hasDigit } from './plain-text.ts';
import { anyOf, lazily, matchAt, wordEnd } from './word-patterns.ts';

/** A number with a unit of data as it stands in a text. Offsets are of UTF-16 units. */
export type TextAmount = {
  start: number;
  end: number;
  /** The number as plain decimals with a point, in each way the text alone allows: of "1.234" 1.234, then 1234. */
  values: readonly string[];
  /** The decimal separator that this very text proves; null: none. */
  decimal: '.' | ',' | null;
  unit: ByteUnitName;
  /** Written GiB, MiB: of 1024, whatever the seller means by GB. */
  isBinary: boolean;
  /** Only G or M: an amount where the person picked it, elsewhere a generation of network. */
  isBare: boolean;
  /** "62 %", of a total that is told elsewhere. `unit` says nothing then. */
  isPercent?: boolean;
  /** The second part of "1 GB 200 MB". */
  rest?: AmountRest;
};

export type AmountRest = { value: string; unit: ByteUnitName };

/** A digit before the first letter of a unit: so few texts have one that the others cost nothing. */
const mayHaveUnit = /\d\s*[bdgkmot\u0370-\uffff]/i;
/** Between two numbers of one unit: "1,5 / 3 GB", "1.5 of 3 GB". */
const outOf = lazily(() => new RegExp(`^(?:\\s*\\/\\s*|\\s+${anyOf('outOf')}\\s+)$`, 'iu'));
/** Half a gigabyte, not one of two. */
const fraction = /^1\/[248]$|^3\/4$/;

/** Not what has a sign, is a range, a product, a rate, a bound, or the size of a device. */
export function findAmounts(text: string): TextAmount[] {
  if (!hasDigit(text)) return [];
  const folded = foldDigits(text);
  if (!mayHaveUnit.test(folded)) return [];
  const numbers = findNumbers(folded);
  const amounts: TextAmount[] = [];
  for (const [index, number] of numbers.entries()) {
    const unit = unitAfter(folded, number.end);
    if (!unit) continue;
    const before = numbers[index - 1];
    const part =
      before && outOf().test(folded.slice(before.end, Math.min(number.start, before.end + 16))) ? before : null;
    const amount = amountOf(folded, number, unit, amounts.at(-1)?.end);
    if (!amount || !isFitAfter(folded, unit.end)) continue;
    if (!part) amounts.push(amount);
    else if (!fraction.test(folded.slice(part.start, number.end))) {
      const first = /\d\s*\/\s*$/.test(folded.slice(Math.max(0, part.start - 8), part.start))
        ? null
        : amountOf(folded, part, { ...unit, end: part.end });
      if (first) amounts.push(first, amount);
    }
  }
  return joined(amounts, folded);
}

/** "de": of a million megabytes and more, some say so. */
const toUnit = /\s{0,8}(?:(?<=\s)de\s)?/y;

function unitAfter(text: string, end: number): DataUnit | null {
  const gap = matchAt(toUnit, text, end)?.[0] ?? '';
  const unit = dataUnitAt(text, end + gap.length);
  // "12B" is a seat, a flat, a part of a code.
  return unit?.unit === 'B' && unit.end === end + 1 && text[end - 1] !== '0' ? null : unit;
}

function amountOf(
  text: string,
  number: FoundNumber,
  { unit, isBinary, isBare, end }: DataUnit,
  lastEnd?: number,
): TextAmount | null {
  const reading = readNumber(number.text);
  // "1GB200MB": the letter before it is the end of a unit.
  if (!reading || (lastEnd !== number.start && !isFitBefore(text, number.start, number.text))) return null;
  return { start: number.start, end, ...reading, unit, isBinary, isBare };
}

const rank: readonly ByteUnitName[] = ['B', 'KB', 'MB', 'GB', 'TB'];

/** With "1 GB 200 MB" as one; without those that a number touches, and those of which one part is in doubt. */
function joined(amounts: readonly TextAmount[], text: string): TextAmount[] {
  const isWhole = ({ end }: TextAmount, next?: TextAmount) => !/\d/.test(text[end] ?? '') || next?.start === end;
  return amounts.flatMap((amount, index) => {
    const [before, next, last] = [amounts[index - 1], amounts[index + 1], amounts[index + 2]];
    if (!isWhole(amount, next) || isContinued(before, amount, text)) return [];
    if (!next || !isContinued(amount, next, text)) return [amount];
    const isSure = isWhole(next, last) && !isContinued(next, last, text) && next.isBinary === amount.isBinary;
    const rest = { value: next.values[0] ?? '', unit: next.unit };
    return isSure && next.isBare === amount.isBare ? [{ ...amount, end: next.end, rest }] : [];
  });
}

function isContinued(amount: TextAmount | undefined, next: TextAmount | undefined, text: string): boolean {
  return (
    amount !== undefined &&
    next !== undefined &&
    next.start - amount.end < 8 &&
    text.slice(amount.end, next.start).trim() === '' &&
    rank.indexOf(next.unit) < rank.indexOf(amount.unit) &&
    [amount, next].every(({ values: [value = ''], values }) => values.length === 1 && /^\d{1,4}$/.test(value)) &&
    Number(next.values[0]) < 1024
  );
}

/**
 * Whole bytes, by integer arithmetic; fractions of a byte are cut. Null if an integer does not hold it exactly, or the
 * rest is no less than one of its unit.
 */
export function amountBytes(value: string, unit: ByteUnitName, base: 1000 | 1024, rest?: AmountRest): number | null {
  if (rest && Number(rest.value) >= base) return null;
  const more = rest ? amountBytes(rest.value, rest.unit, base) : 0;
  return more === null ? null : partOf(value, base ** rank.indexOf(unit), 0, more);
}

/** The bytes of a percentage, cut to whole ones; of more than 100 they are more than the total. */
export function percentBytes(percent: string, totalBytes: number | null): number | null {
  return totalBytes === null ? null : partOf(percent, totalBytes, 2, 0);
}

/** So much of some bytes, `shift` decimals less, and `more`. */
function partOf(value: string, bytes: number, shift: number, more: number): number | null {
  const [, whole, fraction = ''] = /^(\d{1,20})(?:\.(\d{1,20}))?$/.exec(value) ?? [];
  if (whole === undefined) return null;
  const part = (BigInt(whole + fraction) * BigInt(bytes)) / 10n ** BigInt(fraction.length + shift) + BigInt(more);
  return part <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(part) : null;
}

/** `isExact`: no bound, range or rate. */
export type TextPercent = { start: number; end: number; value: string; isExact: boolean };

const percentAfter = lazily(() => new RegExp(`\\s{0,3}(?:[%٪﹪]|${anyOf('percent', wordEnd)})`, 'iuy'));

/** A sign, or the beginning of a word: so few texts have one that the others cost nothing. */
const mayHavePercent = /[%٪﹪]|\d\s{0,3}\p{L}{3}/u;

/** "62 %", "٪٦٢", "62,5%". Not with a sign, which is a discount. */
export function findPercents(text: string): TextPercent[] {
  if (!hasDigit(text)) return [];
  const folded = foldDigits(text);
  if (!mayHavePercent.test(folded)) return [];
  return findNumbers(folded).flatMap((number) => {
    const after = matchAt(percentAfter(), folded, number.end)?.[0];
    const before = folded.slice(Math.max(0, number.start - 4), number.start);
    const sign = /(?:^|[^\d\s])\s*([%٪]\s?)$/.exec(before)?.[1];
    const value = readNumber(number.text)?.values[0];
    if (value === undefined || (after === undefined && sign === undefined)) return [];
    if (/(?:[-−–+]\s?|\p{Script=Latin})$/u.test(sign ? before.slice(0, -sign.length) : before)) return [];
    const start = after === undefined ? number.start - (sign?.length ?? 0) : number.start;
    const end = number.end + (after?.length ?? 0);
    return [{ start, end, value, isExact: isFitBefore(folded, start, number.text) && isFitAfter(folded, end) }];
  });
}
