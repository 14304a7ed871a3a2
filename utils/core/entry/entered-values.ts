import type { FormValues } from '../forms/form-field.ts';
import { toFormDate } from '../forms/parse-input.ts';
import { toFormAmount } from '../manual/manual-plan-values.ts';
import type { ByteUnit } from '../values/bytes.ts';
import { minuteMs } from '../values/time.ts';
import type { PastedMessage, Understood } from './pasted-message.ts';

/** The user's answers to what a message leaves open; null: none yet. Else what is taken, or that nothing is. */
export type PasteAnswers = { left: number | 'none' | null; end: number | 'none' | null };

/** What is to be asked of a message. */
export function openQuestions({ left, end }: PastedMessage): (keyof PasteAnswers)[] {
  const isOpen = ({ choices, isCertain }: Understood) => !isCertain && choices.length > 0;
  return [...(isOpen(left) ? (['left'] as const) : []), ...(isOpen(end) ? (['end'] as const) : [])];
}

/** What counts of a message with the answers so far; null: not told, or still to be answered. */
export function takenFrom({ left, totalBytes, end }: PastedMessage, answers: PasteAnswers) {
  const taken = ({ choices, isCertain }: Understood, answer: PasteAnswers['left']) =>
    isCertain ? (choices[0] ?? null) : answer === 'none' ? null : answer;
  return { leftBytes: taken(left, answers.left), totalBytes, endsAt: taken(end, answers.end) };
}

/** The same as values of the form for a card that is kept by hand. A day without a time ends with it. */
export function toEnteredValues(
  { leftBytes, totalBytes, endsAt }: ReturnType<typeof takenFrom>,
  byteUnit: ByteUnit,
): FormValues {
  return {
    ...(leftBytes === null ? {} : { left: toFormAmount(leftBytes, byteUnit) }),
    ...(totalBytes === null ? {} : { quota: toFormAmount(totalBytes, byteUnit) }),
    ...(endsAt === null ? {} : { ends: 'date', endsAt: toFormDate(endsAt - minuteMs) }),
  };
}
