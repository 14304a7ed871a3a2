import { checked, type FormValues } from '../forms/form-field.ts';
import { toFormDate } from '../forms/parse-input.ts';
import { type ByteUnit, cutTo } from '../values/bytes.ts';
import type { ManualPlan } from './manual-plan.ts';

/* A plan as its form shows it: apart from the fields, which pages get from the background. */

/** The form values for the quota and the dates of a plan, which may have changed since it was entered. */
export function manualPlanToFormValues(plan: ManualPlan, byteUnit: ByteUnit): FormValues {
  const { quotaBytes, startsAt, endsAt, monthlyDay, firstUse } = plan;
  return {
    quota: typeof quotaBytes === 'number' ? toFormAmount(quotaBytes, byteUnit) : '',
    unlimited: quotaBytes === null ? checked : '',
    ends: monthlyDay === null ? 'date' : 'monthly',
    startsAt: startsAt === null ? '' : toFormDate(startsAt),
    endsAt: endsAt === null ? '' : toFormDate(endsAt),
    firstUse: firstUse === null ? '' : checked,
  };
}

/** In GB where two decimals are exact, else in MB, cut to two decimals. */
export function toFormAmount(bytes: number, byteUnit: ByteUnit): string {
  const isExact = (bytes * 100) % byteUnit ** 3 === 0;
  return isExact ? `${cutTo(bytes, byteUnit ** 3, 2)} GB` : `${cutTo(bytes, byteUnit ** 2, 2)} MB`;
}
