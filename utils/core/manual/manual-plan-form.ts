import { checked, type FieldDefinition, type FormValues } from '../forms/form-field.ts';
import { creditField, firstUseDaysField, firstUseFields, lineEndField } from '../forms/line-fields.ts';
import { parseBytes, parseCount, parseDate, parseHttpsUrl, parseLastMinute, parseMoney } from '../forms/parse-input.ts';
import type { ByteUnit } from '../values/bytes.ts';
import { shortTextLength } from '../values/clean-text.ts';
import type { ManualPlan } from './manual-plan.ts';

/* The form for a plan that is entered manually, and the plan made from its values. */

const isLimited = { name: 'unlimited', is: '' };

const leftFields: readonly FieldDefinition[] = [
  { name: 'left', textKey: 'left', kind: 'amount', when: isLimited, isKept: true },
  { name: 'unlimited', textKey: 'unlimited', kind: 'check', isOptional: true },
  { name: 'quota', textKey: 'planQuota', kind: 'amount', isOptional: true, when: isLimited },
];
const endFields: readonly FieldDefinition[] = [
  { name: 'ends', textKey: 'ends', kind: 'radio', options: ['date', 'monthly'], preset: 'date', isOptional: true },
  { name: 'endsAt', textKey: 'endsAt', kind: 'date', isOptional: true, when: { name: 'ends', is: 'date' } },
  { name: 'monthlyDay', textKey: 'monthlyDay', kind: 'day', when: { name: 'ends', is: 'monthly' } },
];
const dateFields: readonly FieldDefinition[] = [
  { name: 'startsAt', textKey: 'startsAt', kind: 'date', isOptional: true, isExtra: true },
  { name: 'graceDays', textKey: 'graceDays', kind: 'days', isOptional: true, isExtra: true },
  { name: 'dial', textKey: 'dial', kind: 'dial', isOptional: true, isExtra: true },
  ...firstUseFields,
  firstUseDaysField,
  lineEndField,
  creditField,
];

/** For a seller that gives its name and its plans, but no balance. */
export const manualBalanceFields: readonly FieldDefinition[] = [...leftFields, ...endFields, ...dateFields];

/** For a card without a seller that gives any data. */
export const manualCardFields: readonly FieldDefinition[] = [
  ...leftFields,
  { name: 'name', textKey: 'cardName', kind: 'text', maxLength: shortTextLength },
  ...endFields,
  { name: 'link', textKey: 'renewLink', kind: 'link', isOptional: true, isExtra: true },
  { name: 'price', textKey: 'price', kind: 'price', isOptional: true, isExtra: true },
  ...dateFields,
  { name: 'region', textKey: 'region', kind: 'text', isOptional: true, isExtra: true },
  { name: 'gb', textKey: 'gb', kind: 'choice', options: ['1000', '1024'], preset: '1000', isExtra: true },
];

/**
 * The plan made from validated form values. `before`: the plan so far; what is left is kept from it unless it is
 * entered again or the quota is another: then the plan counts as full. A quota that is told only now, or no more, is
 * none. Entered days last until their last minute. A plan that begins at first use has no other dates. `now`: our clock;
 * dates are local time.
 */
export function parseManualPlan(
  values: FormValues,
  byteUnit: ByteUnit,
  before: ManualPlan | null,
  now: number,
): ManualPlan {
  const leftBytes = parseBytes(values.left ?? '', byteUnit);
  const quotaBytes = values.unlimited === checked ? null : (parseBytes(values.quota ?? '', byteUnit) ?? 'unknown');
  const firstUse =
    values.firstUse === checked
      ? { by: parseLastMinute(values.startBefore ?? ''), days: parseCount(values.firstUseDays ?? '', 1, 365) }
      : null;
  const url = parseHttpsUrl(values.link ?? '');
  const kept = leftBytes === null ? before : null;
  const isSameQuota = kept !== null && isSameAmount(kept.quotaBytes, quotaBytes, byteUnit);
  const isQuotaUntold = quotaBytes !== null && [kept?.quotaBytes, quotaBytes].includes('unknown');
  const keepsLeft = isSameQuota || (isQuotaUntold && kept !== null && kept.left !== null);
  const bytes = leftBytes ?? (quotaBytes === 'unknown' ? null : quotaBytes);
  return {
    quotaBytes: isSameQuota ? kept.quotaBytes : quotaBytes,
    startsAt: firstUse ? null : parseDate(values.startsAt ?? ''),
    endsAt: firstUse ? null : parseLastMinute(values.endsAt ?? ''),
    monthlyDay: firstUse ? null : parseCount(values.monthlyDay ?? '', 1, 31),
    graceDays: parseCount(values.graceDays ?? '', 0, 365) ?? 0,
    region: values.region ?? '',
    ussdCode: values.dial ?? null,
    renewal: url === null ? null : { url, cost: parseMoney(values.price ?? '') },
    left: keepsLeft ? (kept?.left ?? null) : bytes === null ? null : { bytes, at: now },
    firstUse,
    lineEndsAt: parseLastMinute(values.lineEndsAt ?? ''),
    credit: parseMoney(values.credit ?? ''),
  };
}

/** Equal within the precision of a form value. */
function isSameAmount(a: ManualPlan['quotaBytes'], b: ManualPlan['quotaBytes'], byteUnit: ByteUnit): boolean {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < byteUnit ** 2 / 100 : a === b;
}
