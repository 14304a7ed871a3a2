import { i18n } from '#i18n';
import { type Messages, messageText } from '../core/language/message-text.ts';
import { hiddenText } from '../core/privacy/hidden-text.ts';
import { type CardBalance, type DisplayMode, displayedAmount } from '../core/usage/card-balance.ts';
import type { PlanSize, PlanStart } from '../core/usage/waiting-plans.ts';
import { type ByteUnit, type Rounding, toAmount, toBound } from '../core/values/bytes.ts';
import {
  formatDateTime,
  formatDay,
  formatDuration,
  formatRelative,
  formatShortTime,
} from '../core/values/format-time.ts';
import { isolate } from '../core/values/isolate.ts';
import { formatMoney, type Money } from '../core/values/money.ts';

let chosenMessages: Messages | null = null;
let isPrivate = false;

/** From now on words are of these messages; null: of the browser's language. What a text is not among is as before. */
export function setMessages(messages: Messages | null): void {
  chosenMessages = messages;
}

/** From now on no amount is told. */
export function setPrivacyMode(isOn: boolean): void {
  isPrivate = isOn;
}

export const isPrivacyMode = (): boolean => isPrivate;

/** A number or a name that tells something of the user, as it may be shown. Prices and what is on sale tell nothing. */
export const figureText = (text: string): string => (isPrivate ? hiddenText : text);

/** The text of `locales/` for a typed key. Values in it are kept from turning around the sentence they stand in. */
export const t = ((key: Parameters<typeof i18n.t>[0], ...rest: unknown[]) => {
  const values = rest.map(withIsolatedTexts);
  const message = chosenMessages?.[(key as string).replaceAll('.', '_')];
  return message === undefined
    ? (i18n.t as (...all: unknown[]) => string)(key, ...values)
    : messageText(message, values);
}) as typeof i18n.t;

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
  return t('meta.direction') === 'rtl' ? 'rtl' : 'ltr';
}

/** Sets a page's language, direction and title, by the words that it is about to show. */
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
  if (isPrivate) return { value: hiddenText, unit: '' };
  const { value, unit } = toAmount(bytes, byteUnit, rounding);
  return { value: decimalText(value), unit: t(`unit.${unit}`) };
}

export function amountText(bytes: number, byteUnit: ByteUnit, rounding?: Rounding): string {
  return figureText(openAmountText(bytes, byteUnit, rounding));
}

/** An amount that tells nothing of the user, or that they have just typed or must choose: it is never hidden. */
export function openAmountText(bytes: number, byteUnit: ByteUnit, rounding?: Rounding): string {
  return withUnit(toAmount(bytes, byteUnit, rounding));
}

function withUnit({ value, unit }: ReturnType<typeof toAmount>): string {
  return `${decimalText(value)} ${t(`unit.${unit}`)}`;
}

/** A card and its balance in one line: "Axis Europe: 1.24 GB of 3 GB left". */
export function balanceText(card: string, balance: CardBalance, byteUnit: ByteUnit, view: DisplayMode): string {
  if (balance.kind === 'unlimited') return t('toolbar.unlimited', { card });
  if (balance.kind === 'unknown') return t('toolbar.unknown', { card });
  if (balance.kind === 'no-plan') return t('toolbar.noPlan', { card });
  if (balance.kind === 'not-started') {
    return t('toolbar.notStarted', { card, size: planSizeText(balance.size, byteUnit) });
  }
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

export function planSizeText(size: PlanSize, byteUnit: ByteUnit): string {
  if (size.kind === 'known') return amountText(size.bytes, byteUnit);
  return t(size.kind === 'unlimited' ? 'popup.unlimited' : 'waiting.plan');
}

/** "Starts at first use, by 1 Mar". Times by our clock. */
export function planStartText(start: PlanStart, now: number): string {
  if (start.kind === 'at') return t('waiting.startsAt', { when: dateTimeText(start.at, now) });
  if (start.kind === 'later') return t('waiting.startsLater');
  return start.by === null ? t('waiting.firstUse') : t('waiting.firstUseBy', { day: dateText(start.by, now) });
}

/** The upper bound of a coarse balance, "1 GB". */
export function boundText(bytes: number, byteUnit: ByteUnit): string {
  return figureText(withUnit(toBound(bytes, byteUnit)));
}

export const countText = (count: number): string => new Intl.NumberFormat(locale()).format(count);

/** Not hidden by itself: it may be a choice. */
export function percentText(percent: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(percent / 100);
}

export const moneyText = (money: Money): string => formatMoney(money, locale());
export const dateTimeText = (at: number, now: number): string => formatDateTime(at, now, locale());
export const dateText = (at: number, now: number): string => formatDay(at, now, locale());
export const shortTimeText = (at: number, now: number): string => formatShortTime(at, now, locale());
export const relativeText = (at: number, now: number, style?: 'long' | 'short'): string | null =>
  formatRelative(at, now, locale(), style);
export const durationText = (lengthMs: number): string => formatDuration(lengthMs, locale());
