import { findAmounts, findPercents } from './amounts.ts';
import { findDates, findRelativeTimes } from './dates.ts';
import { foldDigits, hasDigit, plainText } from './plain-text.ts';

/** As texts are compared: in one case and form, without what is not seen and the colon or dots at the end. */
export function normalText(text: string): string {
  return plainText(text).replace(/(?<![\s.:。…])[\s.:。…]+$/u, '');
}

type Span = { start: number; end: number };

/** Without those that lie over an earlier one. */
function apart<Found extends Span>(spans: readonly Found[]): Found[] {
  const sorted = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: Found[] = [];
  for (const span of sorted) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

export type Identifier = Span & { kind: 'email' | 'number' | 'masked'; text: string };

const address = /[\p{L}\p{N}._%+*•●'-]{1,64}@[\p{L}\p{N}*•●-]{1,64}(?:\.[\p{L}\p{N}*•●-]{1,64}){1,4}/gu;
const mask = '[*•●∙⋅·…]{1,20}|(?<!\\p{L})[xX]{2,20}(?!\\p{L})';
/** Digits and masks with at most two signs between each two: a phone number, a line, a card. */
const run = new RegExp(`(?<![\\p{L}\\d.,])\\+?(?:\\(?(?:\\d+|${mask})\\)?[ \\u00a0./-]{0,2})+`, 'gu');
const money = /^\s?(?:\p{Sc}|(?:[A-Z]{3}|kr|zł|Kč|руб|грн|TL|lei|Ft)(?!\p{L})|[円元원])/u;
const moneyBefore = /(?:\p{Sc}|(?<!\p{L})(?:[A-Z]{3}|Rp|Rs|RM|kr))\s?\.?$/u;

/** What may tell whose account it is: numbers of four digits and more, or masked, and e-mail addresses. */
export function identifiersIn(text: string): Identifier[] {
  const emails: Identifier[] = text.includes('@')
    ? Array.from(text.matchAll(address), ({ 0: found, index: start }) => {
        const kind = /[*•●]/.test(found) ? ('masked' as const) : ('email' as const);
        return { start, end: start + found.length, kind, text: plainText(found) };
      })
    : [];
  return hasDigit(text) ? apart([...emails, ...numbersIn(text, emails)]) : emails;
}

function numbersIn(text: string, emails: readonly Span[]): Identifier[] {
  const folded = foldDigits(text);
  const found = Array.from(folded.matchAll(run)).flatMap((match) => numberOf(match, folded) ?? []);
  if (found.length === 0) return [];
  const others = [
    ...emails,
    ...findDates(text),
    ...findRelativeTimes(text),
    ...findAmounts(text),
    ...findPercents(text),
  ];
  return found.filter(({ start, end }) => !others.some((other) => other.start < end && start < other.end));
}

function numberOf({ 0: found, index: start }: RegExpExecArray, text: string): Identifier | null {
  const written = found.replace(/[ \u00a0./-]+$/, '');
  const end = start + written.length;
  const digits = written.replace(/\D/g, '');
  if (/[^\d\s+()./-]/.test(written)) {
    const masked = written.replace(/[\s+()./-]/g, '').replace(/\D+/g, '*');
    return digits.length < 2 ? null : { start, end, kind: 'masked', text: masked };
  }
  const isMoney = money.test(text.slice(end, end + 5)) || moneyBefore.test(text.slice(Math.max(0, start - 5), start));
  if (digits.length < 4 || isMoney || isFigure(written) || /^[,:]\d/.test(text.slice(end, end + 2))) return null;
  return { start, end, kind: 'number', text: digits };
}

/** A year, or a number with its thousands apart. */
function isFigure(written: string): boolean {
  return /^(?:(?:19|20)\d\d|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}[ \u00a0]\d{3}|\d+\.\d{1,2})$/.test(written);
}
