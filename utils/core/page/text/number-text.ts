/** The values a number can have, and the decimal separator that its form alone proves. */
export type NumberReading = { values: readonly string[]; decimal: '.' | ',' | null };

/** `text`: as `foldDigits` leaves it. */
export type FoundNumber = { start: number; end: number; text: string };

/** Longer ones are no amounts of anything. */
const maxDigits = 12;

const digitGroups = /(?:(?<=^|\s)\.)?\d+(?:[.,٫٬'’]\d+)*/g;
const spacedGroups = /^\d{1,3}(?:\s\d{3})*$/;
const nextGroup = /^\d{3}(?!\d)/;

/** The numbers of a text as `foldDigits` leaves it, each with all its groups: "1 234,5", "1 ,5". */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const { 0: digits, index } of text.matchAll(digitGroups)) {
    const end = index + digits.length;
    const last = found.at(-1);
    const gap = last ? text.slice(last.end, index) : '';
    if (last && gap.length <= 2 && goesOn(last.text, gap, digits)) {
      found[found.length - 1] = { start: last.start, end, text: last.text + gap.trimStart().padStart(1) + digits };
    } else {
      found.push({ start: index, end, text: digits });
    }
  }
  return found;
}

function goesOn(before: string, gap: string, digits: string): boolean {
  // More groups than any amount has; also so that joining them stays linear.
  if (before.length > 2 * maxDigits || !spacedGroups.test(before)) return false;
  return (/^[^\S\n]$/.test(gap) && nextGroup.test(digits)) || (/^\s[.,]$/.test(gap) && /^\d{1,2}$/.test(digits));
}

/** One sign stands between each two groups of digits. Null: no number. */
export function readNumber(text: string): NumberReading | null {
  const groups = text.split(/\D/);
  const signs = [...text.replace(/\d/g, '')].map((sign) => (/\s/.test(sign) ? ' ' : sign));
  const [first = '', ...rest] = groups;
  if (groups.join('').length > maxDigits || (first.length > 1 && first.startsWith('0'))) return null;
  const last = signs.at(-1);
  if (last === undefined) return { values: [first], decimal: null };
  const isWhole = isGrouped(groups) && new Set(signs).size === 1;
  if (last !== '.' && last !== ',' && last !== '٫')
    return isWhole ? { values: [groups.join('')], decimal: null } : null;
  if (signs.length > 1 && signs.every((sign) => sign === last)) {
    return isWhole && last !== '٫' ? { values: [groups.join('')], decimal: last === '.' ? ',' : '.' } : null;
  }
  const fraction = rest.at(-1) ?? '';
  const whole = groups.slice(0, -1);
  const value = decimalOf(whole.join(''), fraction);
  const proven: NumberReading = { values: [value], decimal: last === '٫' ? null : last };
  if (signs.length > 1) {
    const isOneSign = new Set(signs.slice(0, -1)).size === 1 && signs[0] !== '٫';
    return isGrouped(whole) && isOneSign ? proven : null;
  }
  const isUnclear = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(first) && last !== '٫';
  return isUnclear ? { values: [value, first + fraction], decimal: null } : proven;
}

/** By thousands, or as in India by hundreds above them. */
function isGrouped([first = '', ...rest]: readonly string[]): boolean {
  if (!/^[1-9]\d{0,2}$/.test(first) || rest.at(-1)?.length !== 3) return false;
  const sizes = new Set(rest.slice(0, -1).map(({ length }) => length));
  return sizes.size === 0 || (sizes.size === 1 && (sizes.has(3) || (sizes.has(2) && first.length < 3)));
}

function decimalOf(whole: string, fraction: string): string {
  const cut = fraction.replace(/0+$/, '');
  return cut === '' ? whole || '0' : `${whole || '0'}.${cut}`;
}
