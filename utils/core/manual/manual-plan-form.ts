import type { FieldDefinition, FormValues } from '../forms/form-field.ts';
import { parseBytes, parseCount, parseDate, parseHttpsUrl, parseMoney } from '../forms/parse-input.ts';
import { type ByteUnit, cutTo } from '../values/bytes.ts';
import { minuteMs, nextDay, wallClock } from '../values/time.ts';
import type { ManualPlan } from './manual-plan.ts';

/* The plan a person enters by hand: what is asked, and the plan it makes. */

const amountFields: readonly FieldDefinition[] = [
  { name: 'quota', textKey: 'planQuota', kind: 'amount', isOptional: true },
  { name: 'left', textKey: 'left', kind: 'amount', isOptional: true },
  { name: 'endsAt', textKey: 'endsAt', kind: 'date', isOptional: true },
  { name: 'monthlyDay', textKey: 'monthlyDay', kind: 'day', isOptional: true },
];
const dateFields: readonly FieldDefinition[] = [
  { name: 'startsAt', textKey: 'startsAt', kind: 'date', isOptional: true, isExtra: true },
  { name: 'graceDays', textKey: 'graceDays', kind: 'days', isOptional: true, isExtra: true },
  { name: 'dial', textKey: 'dial', kind: 'dial', isOptional: true, isExtra: true },
];

/** For a seller that tells its name and its plans, but no figures. */
export const manualBalanceFields: readonly FieldDefinition[] = [...amountFields, ...dateFields];

/** For a card of which nothing is known. */
export const manualCardFields: readonly FieldDefinition[] = [
  { name: 'name', textKey: 'cardName', kind: 'text' },
  ...amountFields,
  { name: 'link', textKey: 'renewLink', kind: 'link', isOptional: true, isExtra: true },
  { name: 'price', textKey: 'price', kind: 'price', isOptional: true, isExtra: true },
  ...dateFields,
  { name: 'region', textKey: 'region', kind: 'text', isOptional: true, isExtra: true },
  { name: 'gb', textKey: 'gb', kind: 'choice', options: ['1000', '1024'], preset: '1000', isExtra: true },
];

/**
 * The plan of checked entries. Without an amount it is unlimited; without what is left it is taken as full. `before`:
 * the plan as it was: what is left stays as it was said, unless it is said anew or the amount is another. The last day
 * is part of it, to its last minute.
 */
export function parseManualPlan(
  entries: FormValues,
  byteUnit: ByteUnit,
  before: ManualPlan | null,
  now: number,
): ManualPlan {
  const leftBytes = parseBytes(entries.left ?? '', byteUnit);
  const quotaBytes = parseBytes(entries.quota ?? '', byteUnit) ?? leftBytes;
  const lastDay = parseDate(entries.endsAt ?? '');
  const url = parseHttpsUrl(entries.link ?? '');
  const isSamePlan = leftBytes === null && before !== null && isSameAmount(before.quotaBytes, quotaBytes, byteUnit);
  const bytes = leftBytes ?? quotaBytes;
  return {
    quotaBytes: isSamePlan ? before.quotaBytes : quotaBytes,
    startsAt: parseDate(entries.startsAt ?? ''),
    endsAt: lastDay === null ? null : nextDay(lastDay) - minuteMs,
    monthlyDay: parseCount(entries.monthlyDay ?? '', 1, 31),
    graceDays: parseCount(entries.graceDays ?? '', 0, 365) ?? 0,
    region: entries.region ?? '',
    ussdCode: entries.dial ?? null,
    renewal: url === null ? null : { url, cost: parseMoney(entries.price ?? '') },
    left: isSamePlan ? before.left : bytes === null ? null : { bytes, at: now },
  };
}

/** As far as an entry can tell. */
function isSameAmount(a: number | null, b: number | null, byteUnit: ByteUnit): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < byteUnit ** 2 / 100;
}

/** What would have to be entered for the amount and the dates of a plan that has changed since. */
export function manualPlanToFormValues({ quotaBytes, startsAt, endsAt }: ManualPlan, byteUnit: ByteUnit): FormValues {
  return {
    quota: quotaBytes === null ? '' : amountText(quotaBytes, byteUnit),
    startsAt: startsAt === null ? '' : dayText(startsAt),
    endsAt: endsAt === null ? '' : dayText(endsAt),
  };
}

/** In GB where two decimals say it exactly, else in MB: to the last hundredth of one. */
function amountText(bytes: number, byteUnit: ByteUnit): string {
  const isExact = (bytes * 100) % byteUnit ** 3 === 0;
  return isExact ? `${cutTo(bytes, byteUnit ** 3, 2)} GB` : `${cutTo(bytes, byteUnit ** 2, 2)} MB`;
}

/** As a date field has it. */
function dayText(at: number): string {
  return new Date(wallClock(at)).toISOString().slice(0, 10);
}
