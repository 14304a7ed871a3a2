import type { FieldDefinition, FormValues } from '../forms/form-field.ts';
import { parseBytes, parseCount, parseDate, parseHttpsUrl, parseMoney } from '../forms/parse-input.ts';
import { type ByteUnit, cutTo } from '../values/bytes.ts';
import { shortTextLength } from '../values/clean-text.ts';
import { minuteMs, nextDay, wallClock } from '../values/time.ts';
import type { ManualPlan } from './manual-plan.ts';

/* The form for a plan that is entered manually, and the plan made from its values. */

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

/** For a seller that gives its name and its plans, but no balance. */
export const manualBalanceFields: readonly FieldDefinition[] = [...amountFields, ...dateFields];

/** For a card without a seller that gives any data. */
export const manualCardFields: readonly FieldDefinition[] = [
  { name: 'name', textKey: 'cardName', kind: 'text', maxLength: shortTextLength },
  ...amountFields,
  { name: 'link', textKey: 'renewLink', kind: 'link', isOptional: true, isExtra: true },
  { name: 'price', textKey: 'price', kind: 'price', isOptional: true, isExtra: true },
  ...dateFields,
  { name: 'region', textKey: 'region', kind: 'text', isOptional: true, isExtra: true },
  { name: 'gb', textKey: 'gb', kind: 'choice', options: ['1000', '1024'], preset: '1000', isExtra: true },
];

/**
 * The plan made from validated form values. Without a quota it is unlimited; without what is left it counts as full.
 * `before`: the plan so far; what is left is kept from it unless it is entered again or the quota differs. The plan
 * lasts until the last minute of the entered day. `now`: our clock; dates are local time.
 */
export function parseManualPlan(
  values: FormValues,
  byteUnit: ByteUnit,
  before: ManualPlan | null,
  now: number,
): ManualPlan {
  const leftBytes = parseBytes(values.left ?? '', byteUnit);
  const quotaBytes = parseBytes(values.quota ?? '', byteUnit) ?? leftBytes;
  const lastDay = parseDate(values.endsAt ?? '');
  const url = parseHttpsUrl(values.link ?? '');
  const isSamePlan = leftBytes === null && before !== null && isSameAmount(before.quotaBytes, quotaBytes, byteUnit);
  const bytes = leftBytes ?? quotaBytes;
  return {
    quotaBytes: isSamePlan ? before.quotaBytes : quotaBytes,
    startsAt: parseDate(values.startsAt ?? ''),
    endsAt: lastDay === null ? null : nextDay(lastDay) - minuteMs,
    monthlyDay: parseCount(values.monthlyDay ?? '', 1, 31),
    graceDays: parseCount(values.graceDays ?? '', 0, 365) ?? 0,
    region: values.region ?? '',
    ussdCode: values.dial ?? null,
    renewal: url === null ? null : { url, cost: parseMoney(values.price ?? '') },
    left: isSamePlan ? before.left : bytes === null ? null : { bytes, at: now },
  };
}

/** Equal within the precision of a form value. */
function isSameAmount(a: number | null, b: number | null, byteUnit: ByteUnit): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < byteUnit ** 2 / 100;
}

/** The form values for the quota and the dates of a plan, which may have changed since it was entered. */
export function manualPlanToFormValues({ quotaBytes, startsAt, endsAt }: ManualPlan, byteUnit: ByteUnit): FormValues {
  return {
    quota: quotaBytes === null ? '' : amountText(quotaBytes, byteUnit),
    startsAt: startsAt === null ? '' : dateText(startsAt),
    endsAt: endsAt === null ? '' : dateText(endsAt),
  };
}

/** In GB where two decimals are exact, else in MB, cut to two decimals. */
function amountText(bytes: number, byteUnit: ByteUnit): string {
  const isExact = (bytes * 100) % byteUnit ** 3 === 0;
  return isExact ? `${cutTo(bytes, byteUnit ** 3, 2)} GB` : `${cutTo(bytes, byteUnit ** 2, 2)} MB`;
}

/** "2026-12-10", the value of a date field. */
function dateText(at: number): string {
  return new Date(wallClock(at)).toISOString().slice(0, 10);
}
