import { i18n } from '#i18n';
import { type CardBalance, type DisplayMode, displayedAmount } from '../core/usage/card-balance.ts';
import { type ByteUnit, type Rounding, toAmount, toBound } from '../core/values/bytes.ts';
import { formatDateTime, formatDuration, formatRelative, formatShortTime } from '../core/values/format-time.ts';
import { isolate } from '../core/values/isolate.ts';
import { formatMoney, type Money } from '../core/values/money.ts';

/** The text of `locales/` for a typed key. Values in it are kept from turning around the sentence they stand in. */
export const t = ((key: Parameters<typeof i18n.t>[0], ...rest: unknown[]) =>
  (i18n.t as (...all: unknown[]) => string)(key, ...rest.map(withIsolatedTexts))) as typeof i18n.t;

function withIsolatedTexts(values: unknown): unknown {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return values;
  const isolatedValue = (value: unknown) => (typeof value === 'string' ? isolated(value) : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolatedValue(value)]));
}

/** A text of others beside other texts, where it is no value of a sentence and no element of its own. */
export function isolated(text: string): string {
  return isolate(text, direction());
}

/** The text for a key that a provider declares; a test checks those keys against the locales. */
export function translateKey(key: string): string {
  return (t as (key: string) => string)(key);
}

/** The language tag of the loaded texts; `Intl` uses it so that numbers and dates match them. */
export function locale(): string {
  return t('meta.locale');
}

export function direction(): 'ltr' | 'rtl' {
  return i18n.t('meta.direction') === 'rtl' ? 'rtl' : 'ltr';
}

/** Sets a page's language, direction and title. Call before the first render. */
export function setDocumentLanguage(page: Document, title: string): void {
  page.documentElement.lang = locale();
  page.documentElement.dir = direction();
  page.title = title;
}

/** "Axis Europe, Axis Nordic and Axis Asia". */
export function listText(texts: readonly string[]): string {
  return new Intl.ListFormat(locale()).format(texts.map(isolated));
}

/** A decimal text such as "1.24", in the locale's digits and separators. */
export function decimalText(decimal: string): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(decimal as Intl.StringNumericLiteral);
}

export function amountParts(bytes: number, byteUnit: ByteUnit, rounding?: Rounding): { value: string; unit: string } {
  const { value, unit } = toAmount(bytes, byteUnit, rounding);
  return { value: decimalText(value), unit: t(`unit.${unit}`) };
}

export function amountText(bytes: number, byteUnit: ByteUnit, rounding?: Rounding): string {
  const { value, unit } = amountParts(bytes, byteUnit, rounding);
  return `${value} ${unit}`;
}

/** A card and its balance in one line: "Axis Europe: 1.24 GB of 3 GB left". */
export function balanceText(card: string, balance: CardBalance, byteUnit: ByteUnit, view: DisplayMode): string {
  if (balance.kind === 'unlimited') return t('toolbar.unlimited', { card });
  if (balance.kind === 'unknown') return t('toolbar.unknown', { card });
  if (balance.kind === 'no-plan') return t('toolbar.noPlan', { card });
  if (balance.kind === 'coarse' && balance.upperBytes === 0)
    return t('toolbar.left', { card, left: amountText(0, byteUnit) });
  if (balance.kind === 'coarse') return t('toolbar.under', { card, amount: boundText(balance.upperBytes, byteUnit) });
  const { bytes, isUsed, rounding } = displayedAmount(balance, view);
  const amount = amountText(bytes, byteUnit, rounding);
  if (balance.totalBytes === null) return t('toolbar.left', { card, left: amount });
  const total = amountText(balance.totalBytes, byteUnit);
  return isUsed
    ? t('toolbar.usedOf', { card, used: amount, total })
    : t('toolbar.leftOf', { card, left: amount, total });
}

/** The upper bound of a coarse balance, "1 GiB". */
export function boundText(bytes: number, byteUnit: ByteUnit): string {
  const { value, unit } = toBound(bytes, byteUnit);
  return `${decimalText(value)} ${t(`unit.${unit}`)}`;
}

export const countText = (count: number): string => new Intl.NumberFormat(locale()).format(count);

export function percentText(percent: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(percent / 100);
}

export const moneyText = (money: Money): string => formatMoney(money, locale());
export const dateTimeText = (at: number, now: number): string => formatDateTime(at, now, locale());
export const shortTimeText = (at: number, now: number): string => formatShortTime(at, now, locale());
export const relativeText = (at: number, now: number, style?: 'long' | 'short'): string | null =>
  formatRelative(at, now, locale(), style);
export const durationText = (lengthMs: number): string => formatDuration(lengthMs, locale());
