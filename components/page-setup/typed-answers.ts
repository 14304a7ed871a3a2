import type { FieldDefinition } from '../../utils/core/forms/form-field.ts';
import { parseBytes, parseDate } from '../../utils/core/forms/parse-input.ts';
import type { PageAnswers } from '../../utils/core/page/page-answers.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { nextDay } from '../../utils/core/values/time.ts';

/* What is typed where the page does not say it, or says it wrongly. */

export const totalField: FieldDefinition = { name: 'total', textKey: 'pageTotal', kind: 'amount' };
export const endField: FieldDefinition = { name: 'end', textKey: 'pageEnd', kind: 'date' };

/** Null: not an amount. */
export function parseTypedTotal(typed: string, byteUnit: ByteUnit): PageAnswers['total'] {
  const bytes = parseBytes(typed, byteUnit);
  return bytes === null ? null : { kind: 'bytes', bytes };
}

/** The end of a day that was typed; null: not a date. */
export function parseTypedEnd(typed: string): PageAnswers['end'] {
  const startsAt = parseDate(typed);
  return startsAt === null ? null : { kind: 'instant', at: nextDay(startsAt) };
}
